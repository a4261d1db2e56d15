import type { Ensemble } from './model.ts';
import { toActivations } from './network.ts';
import { softmax } from './regression.ts';
import type { LinearLayer, SparseVector } from './sparse.ts';
import { runLayer } from './sparse.ts';

/** The temperatures that give the development set its highest likelihood: 60 % sure must mean right in 60 of 100. */
export function calibrate(
  { network, regression }: { readonly network: LinearLayer; readonly regression: LinearLayer },
  vectors: readonly SparseVector[],
  targets: readonly number[],
): Ensemble {
  return {
    network,
    regression,
    networkTemperature: bestTemperature(vectors.map((vector) => toActivations(runLayer(network, vector))), targets),
    regressionTemperature: bestTemperature(vectors.map((vector) => runLayer(regression, vector)), targets),
  };
}

/** From 0.02 to 20 in steps of 12 %; 1 where there is nothing to fit on. */
function bestTemperature(sums: readonly Float64Array[], targets: readonly number[]): number {
  if (sums.length === 0) return 1;
  let best = 1;
  let bestLoss = Number.POSITIVE_INFINITY;
  for (let temperature = 0.02; temperature < 20; temperature *= 1.12) {
    const loss = sums.reduce((total, sum, index) => total - Math.log((softmax(sum, temperature)[targets[index] ?? 0] ?? 0) + 1e-9), 0);
    if (loss < bestLoss) {
      best = temperature;
      bestLoss = loss;
    }
  }
  return best;
}
