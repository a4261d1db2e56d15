import type { Intent } from '../core/types.ts';
import { listFeatures } from '../nlp/features.ts';
import type { Candidate } from '../rules/conversations/types.ts';

/** Messages alike enough to have one label. */
export interface Group<Kept extends Candidate> {
  readonly members: readonly Kept[];
  /** Messages in it; a choice made for a message does not count again. */
  readonly count: number;
  /** What customers picked, most often first. */
  readonly chosen: readonly Tally[];
  /** What the model took them for, most often first. */
  readonly guessed: readonly Tally[];
}

type Tally = readonly [intent: Intent, times: number];

/** From this cosine on two messages are alike: 快递到哪了呀 and 快递到哪了 have 0.84, 快递到哪了 and 快递破了 0.60. */
const ALIKE = 0.7;

/**
 * Puts candidates of one language together by the features the model sees, greedily: each joins the group whose first message
 * is most like it, or begins one. The largest group comes first. Ten thousand take about a second.
 */
export function groupCandidates<Kept extends Candidate>(candidates: readonly Kept[]): readonly Group<Kept>[] {
  const groups: { readonly locale: string; readonly size: number; readonly members: Kept[] }[] = [];
  const groupsWith = new Map<string, number[]>();
  for (const candidate of candidates) {
    // One feature a mark, as the model sees entities; the mark's own words would drown the rest.
    const names = listFeatures(candidate.text.replace(/⟨\w+⟩/g, ' \ue000 '));
    const shared = new Map<number, number>();
    for (const name of names) for (const at of groupsWith.get(name) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    let best: { readonly members: Kept[] } | undefined;
    let bestLikeness = ALIKE;
    for (const [at, count] of shared) {
      const group = groups[at];
      if (!group || group.locale !== candidate.locale) continue;
      const likeness = count / Math.sqrt(group.size * names.size);
      if (likeness >= bestLikeness) [best, bestLikeness] = [group, likeness];
    }
    if (best) {
      best.members.push(candidate);
      continue;
    }
    for (const name of names) groupsWith.set(name, [...(groupsWith.get(name) ?? []), groups.length]);
    groups.push({ locale: candidate.locale, size: names.size, members: [candidate] });
  }
  return groups.map(({ members }) => describeGroup(members)).sort((a, b) => b.count - a.count);
}

function describeGroup<Kept extends Candidate>(members: readonly Kept[]): Group<Kept> {
  const chosen = members.flatMap(({ chosenIntent }) => chosenIntent ?? []);
  const asked = members.filter(({ kind }) => kind !== 'chosen');
  return {
    members,
    count: Math.max(asked.length, chosen.length),
    chosen: tally(chosen),
    guessed: tally(members.map(({ intent }) => intent)),
  };
}

function tally(intents: readonly Intent[]): readonly Tally[] {
  const counts = new Map<Intent, number>();
  for (const intent of intents) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/**
 * Blocks to paste into `dialogs/<flow>/examples/<locale>.txt` once the heading is right: what customers picked, else the guess.
 * Lines beginning with // tell why it is here; training skips them.
 */
export function formatReview(groups: readonly Group<Candidate>[]): string {
  return groups.map(formatGroup).join('\n');
}

function formatGroup({ members, count, chosen, guessed }: Group<Candidate>): string {
  const intent = (chosen[0] ?? guessed[0])?.[0] ?? 'out_of_scope';
  const [first] = members;
  const surest = Math.max(...members.map(({ confidence }) => confidence));
  const notes = [
    `${count} × ${first?.locale ?? ''}`,
    ...(chosen.length > 0 ? [`customers chose ${list(chosen)}`] : []),
    `guessed ${list(guessed)}, at most ${surest.toFixed(2)} sure`,
    list(listKinds(members)),
  ];
  const lines = new Set(members.map(({ text }) => toExample(text)).filter((text) => text !== ''));
  return [`// ${notes.join('; ')}`, `# ${intent}`, ...lines, ''].join('\n');
}

const list = (tallies: readonly (readonly [string, number])[]): string => tallies.map(([name, times]) => `${name} ${times}×`).join(', ');

function listKinds(members: readonly Candidate[]): readonly (readonly [string, number])[] {
  const kinds = ['fallback', 'clarified', 'low_confidence'] as const;
  return kinds.map((kind) => [kind, members.filter((each) => each.kind === kind).length] as const).filter(([, times]) => times > 0);
}

/** Training reads numbers and contacts by their shape: a mark of ours would be a word to it. All of these are invented. */
const INVENTED: Readonly<Record<string, string>> = {
  tracking_number: 'XB000000012348',
  order_number: '20261121000123456',
  ticket_number: 'CMP-20261121-0001',
  phone: '13800138000',
  email: 'name@example.com',
  digits: '123456',
};

/** One line of training text; it must not look like a heading or a note. */
function toExample(text: string): string {
  return text.replace(/⟨(\w+)⟩/g, (mark, kind: string) => INVENTED[kind] ?? mark).replace(/^[#/\s]+/, '');
}
