import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { openChat, readable } from './client.ts';
import { cleanUp, startProduct } from './product.ts';

/** Other Nodes that the product is to run on: paths to their binaries, joined by `:`. */
const nodes = (process.env.TEST_NODES ?? '').split(':').filter((path) => path !== '');
if (nodes.length === 0) process.stderr.write('Skipped: the product on other Nodes, as TEST_NODES names none.\n');

afterAll(cleanUp);

describe.skipIf(nodes.length === 0)('the product on another Node', () => {
  it.each(nodes)(
    '%s starts it, answers a customer and ends it',
    async (node) => {
      expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).not.toBe(`${process.version}\n`);
      const product = await startProduct({ node });
      const chat = await openChat(product);
      expect(readable(await chat.ask('XB880000000015'))).toContain('XB880000000015');
      expect(await product.stop()).toBe(0);
      expect(product.output()).not.toMatch(/Warning|"level":(?:50|60)/);
    },
    120_000,
  );
});
