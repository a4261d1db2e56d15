// Runs Prisma's CLI with the schema engine from npm (see schemaEngine.mjs): nothing is downloaded.
// Usage: node prisma/tools/prisma.mjs <any prisma arguments>
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('./schemaEngine.mjs', import.meta.url));
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: engine,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1', // no version check over the network
};
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
