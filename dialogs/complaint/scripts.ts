import type { Script } from '../script.ts';
import { again } from './scripts/again.ts';
import { agreed } from './scripts/agreed.ts';
import { claims } from './scripts/claims.ts';
import { hant } from './scripts/hant.ts';
import { happy } from './scripts/happy.ts';
import { parcels } from './scripts/parcels.ts';
import { praise } from './scripts/praise.ts';
import { story } from './scripts/story.ts';
import { sums } from './scripts/sums.ts';
import { talks } from './scripts/talks.ts';
import { urgent } from './scripts/urgent.ts';

/** Every conversation of the intake, by theme. */
export const scripts: readonly Script[] = [
  ...happy,
  ...hant,
  ...story,
  ...parcels,
  ...talks,
  ...urgent,
  ...claims,
  ...sums,
  ...agreed,
  ...praise,
  ...again,
];
