import { toStoreError } from './failures.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** Prisma on an adapter, with errors translated as those of `query` are. Closing the adapter's pool is the caller's. */
export function createPrisma(adapter: NonNullable<Prisma.PrismaClientOptions['adapter']>): PrismaClient {
  const prisma = new PrismaClient({
    adapter,
    // Prisma waits 2 s for a free connection by default, which is the first thing to break under load (P2028).
    transactionOptions: { maxWait: 15_000, timeout: 20_000 },
    errorFormat: 'minimal',
  });
  const translated = prisma.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        try {
          return await query(args);
        } catch (error) {
          throw toStoreError(error);
        }
      },
    },
  });
  // The extension changes no signature; its type only loses $on, which the product does not use.
  return translated as unknown as PrismaClient;
}
