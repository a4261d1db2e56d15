import { defineConfig } from 'prisma/config';

// Read by Prisma's CLI alone, which runs outside the product: hence the variable is not read through core/config.ts.
// Without DATABASE_URL the CLI works on an empty in-memory database, which is enough for `generate` and `migrate diff`.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
