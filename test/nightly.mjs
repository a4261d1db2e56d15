// npm run test:nightly [-- 20]: the whole suite so many times, each in another order. A run that fails can be had again by its seed.
import { spawnSync } from 'node:child_process';

const runs = Number(process.argv[2] ?? 20);
const failed = [];
for (let seed = 1; seed <= runs; seed += 1) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--sequence.shuffle', `--sequence.seed=${seed}`], { stdio: 'inherit' });
  if (status !== 0) failed.push(seed);
  console.log(`${seed} of ${runs} orders run; failed with seed: ${failed.join(', ') || 'none'}`);
}
process.exit(failed.length === 0 ? 0 : 1);
