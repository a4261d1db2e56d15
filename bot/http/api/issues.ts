import { z } from 'zod';

/** One thing that is wrong with a request: where, as `events[3].status`, and what, as a sentence after the path. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** The problems of a value that a schema refused. */
export function listProblems(error: z.ZodError): Problem[] {
  return error.issues.map(({ path, message }) => ({ path: showPath(path), message }));
}

/** A header's name is no identifier, and zod would put it into brackets. */
function showPath(path: readonly PropertyKey[]): string {
  const [first] = path;
  return path.length === 1 && typeof first === 'string' ? first : z.core.toDotPath(path);
}

/** Sentences for what schemas find by themselves; zod's own speak of types, not of what to do. A schema's own sentence wins. */
export const explain: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${withArticle(issue.expected)}, not ${kindOf(issue.input)}`;
    case 'invalid_value':
      return `${issue.input === undefined ? 'is required:' : 'must be'} one of ${issue.values.join(', ')}`;
    case 'too_small':
      return explainSize(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return explainSize(issue.origin, 'at most', issue.maximum);
    default:
      return undefined;
  }
};

function explainSize(origin: string, bound: string, size: number | bigint): string {
  if (origin === 'string') return bound === 'at least' && size === 1 ? 'must not be empty' : `must have ${bound} ${size} characters`;
  if (origin === 'array') return `must have ${bound} ${size} ${size === 1 ? 'entry' : 'entries'}`;
  return `must be ${bound} ${size}`;
}

const WORDS: Readonly<Record<string, string>> = { array: 'a list', int: 'a whole number', object: 'an object' };

function withArticle(type: string): string {
  return WORDS[type] ?? `a ${type}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Number.isNaN(value)) return 'text';
  return withArticle(Array.isArray(value) ? 'array' : typeof value);
}
