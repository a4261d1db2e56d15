import pino from 'pino';
import { fold } from './han.ts';
import { findPhones } from './maskPhones.ts';
import { replaceSpans } from './spans.ts';

/** A structured line for the operator. Values may hold anything: phones, tokens and secrets are blotted out before writing. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

const SECRET_KEY = /^(authorization|cookie|password|secret|token|api_?key|phone|address|street|name|text|body)$/i;
const BEARER = /(Bearer\s+|[?&](?:t|token|secret|code)=)[^\s&"]+/gi;
const JWT = /\beyJ[\w-]{9}[\w-]*(?:\.[\w-]+)*/g;
const DATABASE_PASSWORD = /((?<!\w)\w{1,30}:\/\/[^:\s/]{1,100}:)(?:(?!:\/\/)[^@\s])+@/g;

/** Blots out what identifies a person or opens a door; keeps the shape so that a line can still be read. Depth 6, then `…`. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth > 6) return '…';
  if (value instanceof Error) {
    const cause = value.cause === undefined ? {} : { cause: redact(value.cause, depth + 1) };
    return { type: value.name, message: redactText(value.message), stack: redactText(value.stack ?? ''), ...cause };
  }
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) out[key] = SECRET_KEY.test(key) ? '[redacted]' : redact(item, depth + 1);
  return out;
}

function redactText(text: string): string {
  const plain = text.replace(BEARER, '$1[redacted]').replace(JWT, '[redacted]').replace(DATABASE_PASSWORD, '$1[redacted]@');
  return replaceSpans(
    plain,
    findPhones(fold(plain)).map((span) => ({ ...span, shown: '[phone]' })),
  );
}

/** The process's log: one JSON object a line on stderr, so that stdout stays free for what a person should read. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent', destination?: pino.DestinationStream): Log {
  const base = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(2));
  return {
    debug: (facts, message) => base.debug(redact(facts), message),
    info: (facts, message) => base.info(redact(facts), message),
    warn: (facts, message) => base.warn(redact(facts), message),
    error: (facts, message) => base.error(redact(facts), message),
  };
}
