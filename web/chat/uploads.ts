/** What the server takes: bot/files/fileTypes.ts and its upload limit. */
const MAX_BYTES = 10 * 1024 * 1024;
const TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf']);

export interface RefusedFile {
  readonly name: string;
  readonly reason: 'fileTooLarge' | 'fileUnsupported' | 'fileNotTaken' | 'fileNotNow';
}

interface Attachment {
  readonly blob: Blob;
}

/** Sorts what a customer chose to send, so that a refusal is said before anything is sent. */
export function sortFiles<T extends Attachment>(
  files: readonly T[],
): { readonly taken: readonly T[]; readonly refused: readonly RefusedFile[] } {
  const refused: RefusedFile[] = [];
  const taken = files.filter(({ blob }) => {
    const reason: RefusedFile['reason'] | undefined = !TYPES.has(blob.type)
      ? 'fileUnsupported'
      : blob.size > MAX_BYTES
        ? 'fileTooLarge'
        : undefined;
    if (reason) refused.push({ name: blob instanceof File ? blob.name : '', reason });
    return reason === undefined;
  });
  return { taken, refused };
}

/** What became of a file that was sent and refused: the file is to blame for what it is, not for a busy server. */
export function reasonOf(error: unknown): RefusedFile['reason'] {
  const { status } = (error ?? {}) as { readonly status?: number };
  return status === 413 || status === 415 || status === 400 || status === 422 ? 'fileNotTaken' : 'fileNotNow';
}
