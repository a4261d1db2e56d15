const DIGITS = '0123456789';
const MOST = 3;

/** Pairs taken for each other by eye, in handwriting, print or a photo. */
const LOOKALIKES = new Set([
  '17',
  '08',
  '06',
  '38',
  '56',
  '69',
  '89',
  '35',
  '58',
  '49',
  '27',
  '0O',
  '0D',
  '1I',
  '1L',
  '5S',
  '8B',
  '2Z',
  '6G',
]);
const LETTERS_FOR_DIGITS: Readonly<Record<string, string>> = { O: '0', D: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' };

/**
 * Numbers one slip away that hold: one digit replaced, or two neighbours swapped. Likeliest first, at most three.
 * Any single replacement can be repaired at every place of a mod-10 number, so the order matters: a swap that happens to
 * hold is rare and so telling; then digits that look alike; then neighbours on the keys; further right first, as hands
 * tire towards the end.
 */
export function findCorrections(number: string, isValid: (number: string) => boolean): readonly string[] {
  const found = new Map<string, number>();
  const offer = (candidate: string, score: number): void => {
    if (candidate === number || (found.get(candidate) ?? -1) >= score || !isValid(candidate)) return;
    found.set(candidate, score);
  };
  for (let index = number.length - 1; index >= 0; index -= 1) {
    const here = number.charAt(index);
    const next = number.charAt(index + 1);
    const place = index / 100;
    if (next) offer(`${number.slice(0, index)}${next}${here}${number.slice(index + 2)}`, 3 + place);
    const replacements = DIGITS.includes(here) ? DIGITS : (LETTERS_FOR_DIGITS[here] ?? '');
    for (const digit of replacements) {
      offer(`${number.slice(0, index)}${digit}${number.slice(index + 1)}`, likeness(here, digit) + place);
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([candidate]) => candidate);
}

function likeness(a: string, b: string): number {
  if (LOOKALIKES.has(a < b ? a + b : b + a)) return 2;
  return areKeyNeighbours(a, b) ? 1 : 0;
}

/** Beside each other on a keyboard's top row (1…9 0), or above each other on a phone's keypad. */
function areKeyNeighbours(a: string, b: string): boolean {
  const distance = Math.abs((Number(a) || 10) - (Number(b) || 10));
  return distance === 1 || distance === 3;
}
