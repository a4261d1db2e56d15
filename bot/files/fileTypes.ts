/** The kinds of file taken and served. SVG and HTML are not among them: opened from our origin they run scripts. */
const TYPES: readonly FileType[] = [
  { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'], isShown: true, matches: (b) => startsWith(b, 0, [0xff, 0xd8, 0xff]) },
  {
    contentType: 'image/png',
    extensions: ['png'],
    isShown: true,
    matches: (b) => startsWith(b, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { contentType: 'image/gif', extensions: ['gif'], isShown: true, matches: (b) => /^GIF8[79]a$/.test(b.toString('latin1', 0, 6)) },
  {
    contentType: 'image/webp',
    extensions: ['webp'],
    isShown: true,
    matches: (b) => /^RIFF.{4}WEBPVP8[ LX]$/s.test(b.toString('latin1', 0, 16)),
  },
  { contentType: 'application/pdf', extensions: ['pdf'], isShown: false, matches: (b) => b.toString('latin1', 0, 5) === '%PDF-' },
];

export interface FileType {
  readonly contentType: string;
  /** The first is added to a name that has none of them. */
  readonly extensions: readonly [string, ...string[]];
  /** Drawn in the page; the others are offered for saving. */
  readonly isShown: boolean;
  matches(bytes: Buffer): boolean;
}

/** The type by the first bytes alone: what the sender says of it, and its name, are not asked. */
export function detectType(bytes: Buffer): FileType | undefined {
  return TYPES.find((type) => type.matches(bytes));
}

/** True for a stored content type that browsers may draw in place. */
export function isShownInPlace(contentType: string): boolean {
  return TYPES.some((type) => type.contentType === contentType && type.isShown);
}

const MAX_NAME = 100;
/** Of a longer one the end is looked at, where the extension stands. */
const MOST_LOOKED_AT = 1000;
/** Control characters, what separates paths or is special on some system, and marks that turn text around (`fdp.exe` as `exe.pdf`). */
const UNSAFE = /[\p{C}\u2028\u2029/\\:*?"<>|]/gu;

/** A name safe to show and to save under: no path, at most 100 characters, the extension that of the true type. */
export function toSafeName(name: string, type: FileType): string {
  const base = name.slice(-MOST_LOOKED_AT).split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(UNSAFE, '')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '')
    .normalize('NFC');
  const dot = clean.lastIndexOf('.');
  const hasRightEnd = dot > 0 && type.extensions.includes(clean.slice(dot + 1).toLowerCase());
  const [stem, extension] = hasRightEnd ? [clean.slice(0, dot), clean.slice(dot + 1)] : [clean, type.extensions[0]];
  // By code points, so that no emoji is cut in half.
  return `${[...stem].slice(0, MAX_NAME).join('') || 'file'}.${extension}`;
}

/** RFC 6266: a plain name for old clients, and the true one in UTF-8. */
export function toContentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}

function startsWith(bytes: Buffer, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}
