const BACKSLASH_U = '\\u';
// Walks escape by escape, so that an escaped backslash before "u0000" is not taken for the escape of U+0000.
const ESCAPE = /\\(u[0-9a-f]{4}|.)/g;

/**
 * JSON of a value that jsonb and text columns take: U+0000 is dropped and lone surrogates become U+FFFD, in keys too.
 * PostgreSQL refuses both (https://www.postgresql.org/docs/15/datatype-json.html), and customers can send both.
 */
export function toCleanJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  // JSON.stringify writes pairs raw and only lone surrogates as \udXXX: text without any \u has neither fault.
  if (!json.includes(BACKSLASH_U)) return json;
  return json.replace(ESCAPE, (whole) => (whole === '\\u0000' ? '' : /^\\ud[89a-f]/.test(whole) ? '\ufffd' : whole));
}

/** Text that a column takes, by the same rule. */
export function toCleanText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text; // lone surrogates become U+FFFD when encoded as UTF-8
}
