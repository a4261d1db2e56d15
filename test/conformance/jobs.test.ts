import { createJobQueue } from '../../prisma/crm/jobs.ts';
import { createMemoryJobs } from '../memoryJobs.ts';
import { clear, stores } from '../prisma/store.ts';
import { describeJobs } from './jobs.ts';

describeJobs('in memory', async () => ({ begin: async (clock) => createMemoryJobs(clock), close: async () => {} }));

for (const { name, open } of stores)
  describeJobs(`on the ${name} store`, async () => {
    const store = await open();
    return {
      async begin(clock) {
        await clear(store);
        return createJobQueue(store, clock);
      },
      close: () => store.close(),
    };
  });
