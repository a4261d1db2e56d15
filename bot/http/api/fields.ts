import { z } from 'zod';
import { STAFF_GROUPS, STAFF_ROLES } from '../../../rules/access/roles.ts';

const UNSTORABLE = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu;

/** Control characters go, lone surrogates become U+FFFD, as the store would have it; everything else stays, HTML too. */
function clean(value: string): string {
  return value.replace(UNSTORABLE, (found) => (found >= '\ud800' ? '\ufffd' : '')).trim();
}

const compact = (value: string): string => value.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Text that must say something; trimmed, at most `max` UTF-16 units. */
export function text(max: number): z.ZodString {
  return z.string().overwrite(clean).min(1).max(max);
}

/** What may be missing, then `fallback`. Null counts as absent: many serializers write it for what they do not have. */
export function optional<T extends z.ZodType, F extends z.output<T> | undefined = undefined>(schema: T, fallback?: F) {
  return schema.nullish().transform((value) => value ?? (fallback as F));
}

/** Text that must be there but may say nothing. */
export function textOrBlank(max: number): z.ZodString {
  return z.string().overwrite(clean).max(max);
}

/** Text that may be missing; null and blank text count as absent. */
export function optionalText(max: number) {
  return textOrBlank(max)
    .nullish()
    .transform((value) => value || undefined);
}

/** A person of the company, as the calling system knows them; at most `max` UTF-16 units. Nobody takes the name of a key. */
export function personId(max: number): z.ZodString {
  return text(max).regex(/^(?![kK][eE][yY]:)/, 'must not begin with key:');
}

/** What earlier releases took a person's authority from. Never more than the key's own. */
export const loweringRole = z
  .enum([...STAFF_ROLES, ...STAFF_GROUPS])
  .exclude(['auditor'])
  .meta({ deprecated: true })
  .describe(
    'Deprecated: give each system a key with the role it needs. It may lower what the role of the key may offer, to what this role or group may, and never raises it.',
  );

/** As stored: upper case, no spaces, full-width characters folded. */
export const trackingNumber = z
  .string()
  .overwrite(compact)
  .regex(/^[A-Z0-9-]{6,40}$/, 'must be 6 to 40 letters, digits or hyphens')
  .describe('Lower case and spaces are taken too.');

/** Checked loosely: landlines with extensions, privacy numbers and `138****8888` are all in use. */
export const phone = z
  .string()
  .overwrite((value) => clean(value.normalize('NFKC')))
  .max(40)
  .regex(/(?:\d\D*){6}/, 'must have at least 6 digits');

/** ISO-3166 alpha-2. */
export const country = z
  .string()
  .overwrite(compact)
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two letters such as CN');

/** As `country`; null and blank text count as absent. */
export const optionalCountry = z
  .string()
  .overwrite(compact)
  .nullish()
  .transform((value) => value || undefined)
  .pipe(country.optional());

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const OFFSET_NEEDED = 'must be an ISO 8601 instant with its offset, such as 2026-11-20T09:30:00+08:00';

const written = z
  .string()
  .overwrite((value) => value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?=[Z+-])/, '$1:00'))
  .pipe(
    z.iso
      .datetime({ offset: true, error: (issue) => (issue.code === 'invalid_format' ? OFFSET_NEEDED : undefined) })
      .refine((value) => isWithin(Date.parse(value)), 'must be between the years 2000 and 2100'),
  )
  .meta({ format: 'date-time' }); // the pipe hides it from the document

/** An instant between 2000 and 2100, with seconds or without; a time without an offset is refused, since nobody could say whose it is. */
export const instant = written.transform((value) => new Date(value));

/** As `instant`, with how far its clock was ahead of UTC. `Z` and `-00:00` are nobody's clock (RFC 3339, section 4.3): then there is none. */
export const offsetInstant = written.transform((value) => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(value) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  const isNobodys = sign === undefined || (sign === '-' && size === 0);
  return { at: new Date(value), ...(!isNobodys && { utcOffsetMinutes: sign === '-' ? -size : size }) };
});

/** As `instant`, from a query string, where an unescaped `+` arrives as a space. */
export const queryInstant = z
  .string()
  .overwrite((value) => value.replace(' ', '+'))
  .pipe(instant)
  .meta({ format: 'date-time' }); // the pipe hides it from the document

/** Not for what is no date at all: another check speaks of that. */
function isWithin(time: number): boolean {
  return !(time < EARLIEST || time >= LATEST);
}
