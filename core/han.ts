import { FULL_NAMES, PLAIN_NAMES, SIMPLIFIED, TRADITIONAL } from './generated/hanVariants.ts';
import { SYLLABLES } from './generated/syllables.ts';

const pair = (from: string, to: string): Map<string, string> =>
  new Map(Array.from(from, (character, index) => [character, Array.from(to)[index] ?? character]));

const simplifiedOf = pair(TRADITIONAL, SIMPLIFIED);
// In what people write it is 什么's, in either script, and never the youngest.
simplifiedOf.delete('么');
const fullOf = pair(PLAIN_NAMES, FULL_NAMES);
const syllableOf = new Map(
  SYLLABLES.trim()
    .split(' ')
    .flatMap((entry) => {
      const syllable = entry.replace(/[\u3400-\u9fff]/g, '');
      return Array.from(entry.slice(syllable.length), (character) => [character, syllable] as const);
    }),
);

/** Traditional characters by their simplified ones, character by character: good for comparing, not for showing. The length stays. */
export function toSimplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => simplifiedOf.get(character) ?? character);
}

/** The name of a place in traditional characters; sentences are not converted so, they are written. */
export function nameInTraditional(name: string): string {
  return name.replace(/[\u3400-\u9fff]/g, (character) => fullOf.get(character) ?? character);
}

/** The name of a place in Latin letters, by the commonest reading of each character: `天河` is Tianhe, `西安` Xi'an. */
export function nameInLatin(name: string): string {
  return name.replace(/[\u3400-\u9fff]+/g, (run) => {
    const syllables = Array.from(toSimplified(run), (character) => syllableOf.get(character) ?? character);
    const joined = syllables.map((syllable, index) => (index > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable)).join('');
    return joined.charAt(0).toUpperCase() + joined.slice(1);
  });
}

/** Every UTF-16 unit by what it is compared as. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  const plain =
    unit === 0x3000
      ? ' '
      : unit >= 0xff01 && unit <= 0xff5e
        ? String.fromCharCode(unit - 0xfee0)
        : (simplifiedOf.get(character) ?? character);
  return /^[A-Z]$/.test(plain) ? plain.charCodeAt(0) + 32 : plain.charCodeAt(0);
});

/**
 * A carrier's words as patterns compare them: one script, plain width, lower case. Of the same length, so that an offset in it is one in
 * the text.
 */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = FOLDED[text.charCodeAt(at)] ?? 0;
  let folded = '';
  for (let at = 0; at < units.length; at += CHUNK) folded += String.fromCharCode(...units.subarray(at, at + CHUNK));
  return folded;
}

/** As many arguments as a call surely takes. */
const CHUNK = 4096;
