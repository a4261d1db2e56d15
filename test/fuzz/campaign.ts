import type { Random } from '../../prisma/demo/random.ts';
import { type Answered, call } from '../process/client.ts';
import type { Product } from '../process/product.ts';

/** Something that should not have happened, with what is needed to do it again. */
export interface Finding {
  readonly campaign: string;
  readonly what: string;
  readonly input: string;
}

/** What a campaign is given for as long as it lasts. */
export interface Field {
  readonly product: Product;
  readonly random: Random;
  /** What is sent next, should it be the last that the product hears. */
  sending(input: unknown): void;
  report(what: string, input: unknown): void;
}

/** Tries one thing after the other; each call is one try, over when the product has answered. */
export type Campaign = (field: Field) => Promise<() => Promise<void>>;

/** A turn may take this long, on a machine that does nothing else. */
export const SLOWEST_TURN_MS = 100;

/** A status no client should see, whatever it sent. */
export const isFault = (status: number): boolean => status >= 500;

/** Larger bodies are refused while they come; that the refusal arrives is tested with bodies of their own. */
export const MOST_BYTES = 2 ** 20;

/** As clients do, a request whose connection had just been closed is sent again, once. */
export const request = (...args: Parameters<typeof call>): Promise<Answered> => call(...args).catch(() => call(...args));
