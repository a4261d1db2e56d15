import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { Principal } from '../../../rules/access/principal.ts';
import type { Permission } from '../../../rules/access/roles.ts';
import { readObject } from '../body.ts';
import type { Call, HttpAnswer, Stream } from '../route.ts';
import { explain, listProblems, type Problem } from './issues.ts';

/** A schema under the name it has in the OpenAPI document. */
export interface Named<T extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: T;
}

interface Body<T extends z.ZodType> extends Named<T> {
  readonly maxBytes: number;
  /** A request that is taken as it stands; shown in the document. */
  readonly example: z.input<T>;
}

interface Means<T extends z.ZodType = z.ZodType> extends Named<T> {
  readonly means: string;
  /** What the body is; default JSON. The work's own `content-type` header says which of several it came to. */
  readonly type?: string;
}

type Answers = Readonly<Record<number, Means>>;

/** What a piece of work may answer: a documented status with the body documented for it. */
type AnswerOf<A extends Answers> = {
  [S in keyof A & number]: {
    readonly status: S;
    readonly body: object & z.input<A[S]['schema']>;
    readonly headers?: Readonly<Record<string, string>>;
  };
}[keyof A & number];

type Access = Permission | 'public';

/** All that the document says of an endpoint. */
export interface Description {
  readonly method: 'get' | 'put' | 'post' | 'patch';
  /** Below /api/v1, with `{names}` of parameters. */
  readonly path: string;
  /** The operation's id in generated clients. */
  readonly name: string;
  readonly summary: string;
  readonly details?: string;
  /** What a key must allow; `public`: needs no key. */
  readonly permission: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** By their usual names, e.g. `Idempotency-Key`. */
  readonly headers?: z.ZodObject;
  readonly body?: Body<z.ZodType>;
  readonly answers: Answers;
  /** Refusals of its own, beside those that every endpoint has. */
  readonly refusals?: readonly number[];
}

interface Spec<
  R extends Access,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  H extends z.ZodObject,
  B extends z.ZodType,
  A extends Answers,
> extends Description {
  readonly permission: R;
  readonly params?: P;
  readonly query?: Q;
  readonly headers?: H;
  readonly body?: Body<B>;
  readonly answers: A;
  work(input: {
    readonly params: z.output<P>;
    readonly query: z.output<Q>;
    readonly headers: z.output<H>;
    readonly body: z.output<B>;
    /** Who calls; allowed what the endpoint needs. */
    readonly by: R extends 'public' ? undefined : Principal;
  }): Promise<AnswerOf<NoInfer<A>>>;
}

/** One documented address and method, and what answers there. */
export interface Endpoint extends Description {
  /**
   * @param by who calls, checked for the permission; undefined for public endpoints
   * @throws AppError INVALID_INPUT with every problem, NOT_JSON, BODY_TOO_LARGE, and what the work throws
   */
  answer(call: Call, by: Principal | undefined): Promise<HttpAnswer>;
}

/** The schema of an answer that is no JSON: nothing is said of what is in it. */
export const BYTES: z.ZodType<Stream, Stream> = z.any();

/** No list in a body is longer. Checked before its entries are: a million wrong ones would fill the memory with problems. */
export const MAX_ENTRIES = 10_000;
/** Nobody reads more; `problemCount` says how many there were. */
const MAX_PROBLEMS = 1000;

/** Makes an endpoint of a function from checked input to a documented answer; the compiler holds the two together. */
export function defineEndpoint<
  const R extends Access,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  H extends z.ZodObject,
  B extends z.ZodType,
  const A extends Answers,
>(spec: Spec<R, P, Q, H, B, A>): Endpoint {
  return {
    ...spec,
    async answer(call, by) {
      if (spec.body && !isJson(call.req)) throw new AppError('UNSUPPORTED_MEDIA_TYPE');
      const raw = spec.body && (await readObject(call.req, spec.body.maxBytes));
      const problems: Problem[] = [];
      const params = check(spec.params, readParams(spec.params, call), problems);
      const query = check(spec.query, readQuery(call), problems);
      const headers = check(spec.headers, readHeaders(spec.headers, call), problems);
      const body = check(spec.body?.schema, raw, problems);
      if (problems.length > 0) throw invalid(problems);
      // Each was checked by its own schema, or has none and is not looked at.
      return spec.work({ params, query, headers, body, by } as Parameters<typeof spec.work>[0]);
    },
  };
}

/** The refusal that lists what is wrong with a request. */
export function invalid(problems: readonly Problem[]): AppError {
  const more = problems.length > MAX_PROBLEMS ? { problemCount: problems.length } : {};
  return new AppError('INVALID_INPUT', { errors: problems.slice(0, MAX_PROBLEMS), ...more });
}

function check(schema: z.ZodType | undefined, value: Readonly<Record<string, unknown>> | undefined, problems: Problem[]): unknown {
  if (!schema) return undefined;
  const tooLong = Object.entries(value ?? {}).filter(([, list]) => Array.isArray(list) && list.length > MAX_ENTRIES);
  if (tooLong.length > 0) {
    problems.push(
      ...tooLong.map(([path]) => ({ path, message: `must have at most ${MAX_ENTRIES} entries: send the rest in further calls` })),
    );
    return undefined;
  }
  const result = schema.safeParse(value, { error: explain });
  // One by one: a spread of many thousands does not fit on the stack.
  if (!result.success) for (const problem of listProblems(result.error)) problems.push(problem);
  return result.data;
}

function readParams(schema: z.ZodObject | undefined, call: Call): Record<string, string> {
  return Object.fromEntries(Object.keys(schema?.shape ?? {}).map((name) => [name, call.param(name)]));
}

/** `?status=` says nothing: a form or a template with an empty place sends it. */
function readQuery({ query }: Call): Record<string, string> {
  return Object.fromEntries([...query].filter(([, value]) => value !== ''));
}

function readHeaders(schema: z.ZodObject | undefined, { req }: Call): Record<string, unknown> {
  return Object.fromEntries(Object.keys(schema?.shape ?? {}).map((name) => [name, req.headers[name.toLowerCase()]]));
}

/** A body without a type is taken for JSON, which it must then be. */
function isJson({ headers }: IncomingMessage): boolean {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return false;
  const [type = '', ...parameters] = (headers['content-type'] ?? 'application/json').toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]*)"?\s*$/.exec(parameter)?.[1]).find(Boolean) ?? 'utf-8';
  return /^\s*application\/([\w.-]+\+)?json\s*$/.test(type) && /^utf-?8$/.test(charset);
}
