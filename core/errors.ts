/**
 * Every refusal the product expects, in one table: what happened and what to do next. `status` is the HTTP status a machine
 * gets. Customers never see these sentences: they get a text of the flow.
 */
export const ERRORS = {
  INVALID_INPUT: { status: 400, message: 'The request is not valid: see "errors" for each field, correct them and send it again.' },
  NOT_JSON: { status: 400, message: 'The body is not a JSON object: send application/json with an object.' },
  REQUEST_INCOMPLETE: { status: 400, message: 'The request ended before its body was whole: send it again.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request came too slowly: send it again over a better line, or in smaller parts.' },
  HEADERS_TOO_LARGE: { status: 431, message: 'The headers are larger than 16 KB: send fewer cookies, or a shorter address.' },
  BODY_TOO_LARGE: { status: 413, message: 'The body is larger than this route takes: send it in smaller parts.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This address does not take that method: see the Allow header.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The body is of a kind this route does not take: send application/json in UTF-8, uncompressed.',
  },
  UNSUPPORTED_FILE: { status: 415, message: 'This kind of file is not taken: send a JPEG, PNG, GIF, WebP or PDF.' },
  UNAUTHENTICATED: { status: 401, message: 'No valid credential was sent: check the Authorization header.' },
  FORBIDDEN: {
    status: 403,
    message: 'The credential does not allow this: use one made for this resource, or one that has the "permission" named.',
  },
  TOKEN_EXPIRED: { status: 403, message: 'The token has expired: get a new one.' },
  NOT_FOUND: { status: 404, message: 'There is nothing at this address: check the number or id.' },
  CONFLICT: { status: 409, message: 'The resource was changed by someone else meanwhile: read it again and repeat.' },
  TRANSITION_REFUSED: {
    status: 409,
    message: 'The ticket may not go from its state to that one: see "allowed" for where it may go, and what must come with it.',
  },
  AUTHORITY_EXCEEDED: {
    status: 403,
    message: 'The amount is above what this role may offer: ask somebody of the role or group named in "needs".',
  },
  MERGE_REFUSED: { status: 409, message: 'The two customers cannot be joined, or taken apart again: see "problem" for why.' },
  ERASURE_BLOCKED: {
    status: 409,
    message: 'The person cannot be erased yet: see "reasons" for the tickets and claims to finish or the legal holds to lift first.',
  },
  RATE_LIMITED: { status: 429, message: 'Too many requests: wait for the seconds named in Retry-After.' },
  STORE_UNAVAILABLE: { status: 503, message: 'The store does not answer: repeat in a few seconds; nothing was written.' },
  OUTCOME_UNKNOWN: {
    status: 503,
    message:
      'The store went away before it had confirmed: it is unknown whether this was written. Send it again as it was, with the same id or key; it is not written twice.',
  },
  BUSY: { status: 503, message: 'Others are writing to the same conversation just now: repeat in a second; nothing was written.' },
  SHUTTING_DOWN: { status: 503, message: 'This instance is stopping: connect again to reach another.' },
  CONFIG_INVALID: { status: 500, message: 'The configuration is not usable: correct the variables listed.' },
  ADDRESS_UNUSABLE: {
    status: 500,
    message: 'The product cannot listen there: stop the program that does, or set another PORT (0 takes any free one) or HOST.',
  },
  DATA_DIR_LOCKED: { status: 500, message: 'Another process has this data directory open: stop it, or set another DATA_DIR.' },
  STORE_NOT_EMPTY: { status: 500, message: 'The database to move to has rows already: name an empty one.' },
  SECRETS_UNREADABLE: {
    status: 500,
    message:
      'The file of generated secrets is damaged: restore it from a backup, or set all its secrets in the environment. Remove it only if you can do without: open chats end, systems need the new API_KEY, and unless ERASURE_SECRET is set, who was erased may be imported again.',
  },
  DATA_DIR_UNUSABLE: { status: 500, message: 'The data directory cannot be written: check its owner, its mode and the free space.' },
  MIGRATION_MISMATCH: {
    status: 500,
    message:
      'A migration that was applied to this store has changed since: run the release that made the store, or restore the migration file.',
  },
  STORE_NEWER: {
    status: 500,
    message:
      'A newer release has changed this store in ways this one does not know: start that release again, or restore the backup made before it. Instances of this release that are running already go on.',
  },
  INTERNAL: { status: 500, message: 'Something failed on our side: repeat later; the log holds the cause under the request id.' },
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** A refusal that was foreseen. `facts` are safe to log and to show to machines; `cause` is for the log alone. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, facts: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(`${code}: ${ERRORS[code].message}`, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}

/** Whether a refusal says that the store is away, whatever became of what it was sent. */
export function isStoreAway(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === 'STORE_UNAVAILABLE' || error.code === 'OUTCOME_UNKNOWN');
}

/** RFC 9457 problem details of an error; anything unforeseen becomes INTERNAL without its message. */
export function toProblem(error: unknown): { status: number; body: Record<string, unknown> } {
  const known = error instanceof AppError ? error : new AppError('INTERNAL');
  const { status, message } = ERRORS[known.code];
  return {
    status,
    body: { type: `urn:problem:${known.code.toLowerCase().replaceAll('_', '-')}`, title: message, status, ...known.facts },
  };
}
