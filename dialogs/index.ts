import { callback } from './callback/index.ts';
import { caseStatus } from './caseStatus/index.ts';
import { complaint } from './complaint/index.ts';
import type { AnyFlow } from './flow.ts';
import { smalltalk } from './smalltalk/index.ts';
import { track } from './track/index.ts';

/** Every flow the desk can do; what two claim goes to the first. A new one is a folder and a line here. */
export const flows: readonly AnyFlow[] = [caseStatus, complaint, track, callback, smalltalk];
