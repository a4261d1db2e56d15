import type { Shown } from './degrade.ts';

/**
 * What a message says when it chooses one of the buttons shown last: by the button's words, or by its number where numbers were shown
 * (`2`, `②`, `２.`, `選2`). Undefined when it chooses none.
 */
export function findChosen(text: string, { choices, isNumbered }: Shown): string | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  const said = plain(text);
  const byWords = choices.find(({ title }) => plain(title) === said);
  if (byWords) return byWords.value;
  const number = isNumbered ? /^(?:选|選|no\.?|option|#)?\s?(\d{1,2})$/i.exec(said)?.[1] : undefined;
  return number === undefined ? undefined : choices[Number(number) - 1]?.value;
}

/** No button says more; and a text of thousands of marks takes time that grows with its square to be made plain. */
const LONGEST_TITLE = 300;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.。!！、)）]{1,3}$/u, '');
}
