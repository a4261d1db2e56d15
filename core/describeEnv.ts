import { writeFileSync } from 'node:fs';
import { describeSettings } from './config.ts';

/** `npm run env`: writes .env.example from the settings, so that the two cannot drift. */
writeFileSync('.env.example', describeSettings());
