/** How things are gathered. */
interface GatherOptions {
  /** Statements under way at once: with one a slow answer holds up everyone, with more there is less to gather. */
  readonly atOnce: number;
  /** In one statement, at most. */
  readonly most: number;
  /** Whether what failed together may succeed one by one; default: never. */
  readonly mayRetryAlone?: (error: unknown) => boolean;
}

/**
 * Gathers what is asked for while earlier statements are under way, and sends it together. What comes while the line is free waits
 * for nothing, and while part of it is, for those that are ready at the same moment; at full load most of what a statement costs, here
 * and on the server, is that of being one.
 * @param send answers in the order of what it was given; when it fails, everyone gets its error
 */
export function createGathered<In, Out>(
  send: (batch: readonly In[]) => Promise<readonly Out[]>,
  { atOnce, most, mayRetryAlone = () => false }: GatherOptions,
): (item: In) => Promise<Out> {
  const waiting: { readonly item: In; resolve(out: Out): void; reject(error: unknown): void }[] = [];
  let underWay = 0;
  let isPlanned = false;

  function begin(): void {
    if (underWay >= atOnce || waiting.length === 0 || isPlanned) return;
    if (underWay === 0) {
      start();
      return;
    }
    // What one answer has set going is ready one after the other, all within the same turn of the event loop.
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      if (underWay < atOnce && waiting.length > 0) start();
    });
  }

  function start(): void {
    underWay += 1;
    void settle(waiting.splice(0, most)).finally(() => {
      underWay -= 1;
      begin();
    });
  }

  /** Never rejects: an error is told to each who asked. */
  async function settle(asked: typeof waiting): Promise<void> {
    try {
      const outs = await send(asked.map(({ item }) => item));
      for (const [at, { resolve }] of asked.entries()) resolve(outs[at] as Out);
    } catch (error) {
      if (asked.length > 1 && mayRetryAlone(error)) for (const one of asked) await settle([one]);
      else for (const { reject } of asked) reject(error);
    }
  }

  return (item) =>
    new Promise<Out>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      begin();
    });
}
