/** A conversation's state as the store holds it: whatever this release or one before it wrote. */
export type StoredState = Readonly<Record<string, unknown>>;

/** What flows remember of a conversation, by the flow's id; each reads and writes its own part by its `FlowMemory`. */
export type FlowParts = Record<string, object>;

/** One flow's part of a conversation's memory: plain JSON, stored with every turn, so it stays small. */
export interface FlowMemory<Kept extends object> {
  /** The flow's. */
  readonly id: string;
  /** Its part of what the store holds, as a new object; empty when nothing was kept. */
  read(state: StoredState): Kept;
  /** Its part in the running turn, changed in place: values are replaced, never changed within. */
  of(turn: { readonly memory: { readonly flows: FlowParts } }): Kept;
  /** What the store holds with this changed and all else as it was: for what is written outside a turn. */
  change(state: StoredState, changed: Partial<Kept>): StoredState;
}

/**
 * @param read makes the part whole: `stored` is what stands under the flow's id, undefined when nothing does; `older` the whole
 * state, in which releases before the parts kept the same values under keys of their own.
 */
export function defineMemory<Kept extends object>(
  id: string,
  read: (stored: Partial<Kept> | undefined, older: Partial<Kept>) => Kept,
): FlowMemory<Kept> {
  const readFrom = (state: StoredState): Kept => read(partsIn(state)[id], state as Partial<Kept>);
  return {
    id,
    read: readFrom,
    of({ memory: { flows } }) {
      const kept = (flows[id] as Kept | undefined) ?? read(undefined, {});
      flows[id] = kept;
      return kept;
    },
    change: (state, changed) => ({ ...state, flows: { ...partsIn(state), [id]: { ...readFrom(state), ...changed } } }),
  };
}

/** Every flow's part of what the store holds: those of `memories` made whole, others as they are. */
export function readParts(state: StoredState, memories: readonly FlowMemory<object>[]): FlowParts {
  return { ...partsIn(state), ...Object.fromEntries(memories.map((memory) => [memory.id, memory.read(state)])) };
}

const partsIn = ({ flows = {} }: StoredState): FlowParts => flows as FlowParts;
