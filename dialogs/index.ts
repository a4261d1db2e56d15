import { callback } from './callback/index.ts';
import type { AnyFlow } from './flow.ts';
import { smalltalk } from './smalltalk/index.ts';
import { track } from './track/index.ts';

/** Every flow the desk can do. A new one is a folder and a line here. */
export const flows: readonly AnyFlow[] = [track, callback, smalltalk];
