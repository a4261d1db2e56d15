import type { Script } from '../script.ts';
import { again } from './scripts/again.ts';
import { claims } from './scripts/claims.ts';
import { happy } from './scripts/happy.ts';
import { parcels } from './scripts/parcels.ts';
import { praise } from './scripts/praise.ts';
import { story } from './scripts/story.ts';
import { urgent } from './scripts/urgent.ts';

/** Every conversation of the intake, by theme. */
export const scripts: readonly Script[] = [...happy, ...story, ...parcels, ...urgent, ...claims, ...praise, ...again];
