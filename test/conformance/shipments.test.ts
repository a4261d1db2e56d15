import { createFixedClock } from '../../core/clock.ts';
import { createShipments } from '../../prisma/crm/shipments/index.ts';
import { createMemoryShipments } from '../memoryShipments.ts';
import { clear, stores } from '../prisma/store.ts';
import { describeShipments, START } from './shipments.ts';

describeShipments('in memory', async () => ({
  async begin() {
    const clock = createFixedClock(START);
    return { clock, shipments: createMemoryShipments(clock) };
  },
  close: async () => {},
}));

for (const { name, open } of stores)
  describeShipments(`on the ${name} store`, async () => {
    const store = await open();
    return {
      async begin() {
        await clear(store);
        const clock = createFixedClock(START);
        return { clock, shipments: createShipments(store, clock) };
      },
      close: () => store.close(),
    };
  });
