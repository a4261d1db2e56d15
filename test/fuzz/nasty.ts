import type { Random } from '../../prisma/demo/random.ts';

/** Texts that parsers, patterns and stores have stumbled over. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  '\u202e\u2067',
  'e\u0301'.repeat(50),
  '👨‍👩‍👧‍👦'.repeat(20),
  '{{config}} {number} $& $1 %s %n',
  "' OR 1=1; DROP TABLE messages; --",
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '0x10',
  '1e400',
  'NaN',
  '9'.repeat(400),
  '2026-02-30T25:61:61Z',
  '+999999-12-31T23:59:59Z',
  'XB880000000015',
  'CMP-20261122-0001',
  '１３８００１３８０００',
  'null',
  'a'.repeat(5000),
  '哈'.repeat(2000),
];

/** What is many characters in its long form, and sums, numbers and days in every script: what is costly to read when it is repeated. */
const COSTLY: readonly string[] = [
  ...['\u0344', '\u0f81', '\u0f75', 'ﷺ', 'ﷻ', '㍿', '㌀', '㋿', '⑽', '⒛', '㏢', '㋋', '½', '⅝', '…', 'ﬃ', '㈠', '㊿', '\u1ffc', '𝟗𝟗', '가'],
  ...['赔100元', '三百二十块', '$45.50 ', '300-400元左右', '五千蚊半', '£1,299 each ', '十几万', '不到80块，'],
  ...[
    'XB 8 8 0 0 ',
    '4 3 2 1 ',
    '1Z 999 AA1 ',
    '138-0000-',
    '尾号七八九零',
    '后天下午三点半',
    'next Friday 3pm ',
    'CMP-20261122-',
    '1.2.3/4/',
  ],
];

/** A few of the costly pieces, again and again, up to a length. */
export function costlyText(random: Random, length: number): string {
  const piece = Array.from({ length: random.integer(1, 4) }, () => random.pick(COSTLY)).join(random.pick(['', ' ', '，', '\n']));
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** JSON values that are not what a field expects. */
const VALUES: readonly unknown[] = [null, true, false, 0, -0, -1, 0.5, 1e21, 2 ** 53, [], {}, [[]], [null], { length: 1 }, '', ' '];

/** One of the nasty texts, or noise. */
export function nastyText(random: Random): string {
  if (random.chance(0.6)) return random.pick(TEXTS);
  return Array.from({ length: random.integer(0, 59) }, () =>
    String.fromCharCode(random.integer(0, random.chance(0.5) ? 127 : 0xffff)),
  ).join('');
}

/** As a part of an address; half a surrogate has no place in one. */
export const toAddressPart = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** A value with something about it changed: its kind, its depth, its size, a key more or less. */
export function spoil(value: unknown, random: Random): unknown {
  if (random.chance(0.15)) return nastyValue(random);
  if (Array.isArray(value)) {
    const items = value.map((item) => (random.chance(0.4) ? spoil(item, random) : item));
    if (random.chance(0.1)) return Array.from({ length: random.integer(0, 2999) }, () => items[0] ?? null);
    return items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(() => !random.chance(0.05));
    const changed = entries.map(([key, item]) => [key, random.chance(0.4) ? spoil(item, random) : item] as const);
    const more = random.chance(0.2) ? [[nastyText(random).slice(0, 40), nastyValue(random)] as const] : [];
    return Object.fromEntries([...changed, ...more]);
  }
  return random.chance(0.5) ? nastyValue(random) : value;
}

function nastyValue(random: Random): unknown {
  if (random.chance(0.5)) return nastyText(random);
  if (random.chance(0.1)) return nest(random.integer(0, 2999), random);
  return random.pick(VALUES);
}

function nest(depth: number, random: Random): unknown {
  const isList = random.chance(0.5);
  let value: unknown = 1;
  for (let at = 0; at < depth; at++) value = isList ? [value] : { a: value };
  return value;
}

/** Bytes with some cut, doubled, flipped or put in. */
export function spoilBytes(bytes: Buffer, random: Random): Buffer {
  let spoiled = Buffer.from(bytes);
  for (let changes = random.integer(0, 4); changes >= 0; changes--) {
    const at = random.integer(0, spoiled.length);
    const kind = random.integer(0, 4);
    if (kind === 0) spoiled = spoiled.subarray(0, at);
    else if (kind === 1) spoiled = Buffer.concat([spoiled.subarray(0, at), spoiled.subarray(random.integer(0, at))]);
    else if (kind === 2 && at < spoiled.length) spoiled[at] = random.integer(0, 255);
    else {
      const noise = Buffer.from(random.chance(0.5) ? nastyText(random) : '\r\n\r\n');
      spoiled = Buffer.concat([spoiled.subarray(0, at), noise, spoiled.subarray(at)]);
    }
  }
  return spoiled;
}
