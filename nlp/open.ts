import { loadActs } from './acts/store.ts';
import { createUnderstander, type Understander } from './index.ts';
import type { OwnFormat } from './numbers/formats/own.ts';
import { loadModel } from './store.ts';

/**
 * The understander of the models that the build keeps in a directory.
 * @param own the company's number format, which outranks every carrier's
 * @throws Error when there is none, or one of another release
 */
export function openUnderstander(directory: string, own: OwnFormat): Understander {
  return createUnderstander(loadModel(directory), loadActs(directory), own);
}
