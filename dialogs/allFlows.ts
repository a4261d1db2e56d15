import type { Intent } from '../core/types.ts';
import type { AnyFlow, OpenMatters } from './flow.ts';
import { dialogId } from './flowDialog.ts';
import type { AllFlows, Turn } from './turn.ts';

/** The intent to begin with that a flow claims, whatever the classifier says; what two claim goes to the first. */
export function claimedIntent(flows: readonly AnyFlow[], turn: Turn): Intent | undefined {
  const isFileOnly = turn.understanding.text === '';
  for (const flow of flows) {
    const intent = isFileOnly && !flow.takesFiles ? undefined : flow.claims?.(turn);
    if (intent) return intent;
  }
  return undefined;
}

/** What the flows have to say in one turn, by what each declares. `turn` is asked for when it is needed: it holds the answer. */
export function createAllFlows(flows: readonly AnyFlow[], turn: () => Turn): AllFlows {
  const matters = flows.flatMap(({ open }) => open ?? []);
  const known = (): readonly OpenMatters[] => matters.filter(({ isKnown }) => isKnown(turn()));
  const ofIntent = (intent: Intent): OpenMatters | undefined => flows.find(({ intents }) => intents.includes(intent))?.open;
  return {
    hasOpen: (intent) => (intent ? (ofIntent(intent)?.isKnown(turn()) ?? false) : known().length > 0),
    comesFirst: () => known().flatMap(({ comesFirst = [] }) => comesFirst),
    lastOf: (intent) => ofIntent(intent)?.last?.(turn()),
    async describeOpen() {
      const asked = turn().customer ? matters : known();
      const sentences = await Promise.all(asked.map(({ describe }) => describe(turn())));
      return sentences.filter((sentence) => sentence !== undefined).reverse();
    },
    async tellOpen() {
      for (const { tell } of known()) if (await tell?.(turn())) return true;
      return false;
    },
    async recap() {
      const { dialogStack } = turn().memory.dialogs;
      const slotsOf = (flow: AnyFlow): unknown => dialogStack.findLast(({ id }) => id === dialogId(flow))?.state?.slots;
      const noted = await Promise.all(flows.map((flow) => flow.notes?.(turn(), slotsOf(flow)) ?? []));
      return noted.flat();
    },
    async answer() {
      let isAnswered = false;
      for (const { answers } of flows) if (await answers?.(turn())) isAnswered = true;
      return isAnswered;
    },
    async adopt() {
      for (const { adopts } of flows) if (await adopts?.(turn())) return true;
      return false;
    },
    tell(matter) {
      for (const { hears } of flows) hears?.(turn(), matter);
    },
  };
}
