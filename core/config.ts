import { z } from 'zod';
import { createCalendar } from './businessTime.ts';
import { AppError } from './errors.ts';
import { parseOpeningHours } from './openingHours.ts';

/** One environment variable: how it is read and what the operator must know of it. `.env.example` is written from this. */
interface Setting<T extends z.ZodType> extends SettingText {
  readonly schema: T;
  /** Meaning with unit; one sentence. */
  readonly means: string;
}

interface SettingText {
  /** What an unset variable is read as, as it would be written; absent where that depends on others, or is nothing. */
  readonly default?: string;
  /** Something else one may set, where the default alone does not show the form. */
  readonly example?: string;
  readonly isSecret?: boolean;
}

const setting = <T extends z.ZodType>(schema: T, means: string, text: SettingText = {}): Setting<T> => ({ schema, means, ...text });
/** A whole number from 1; what it limits, for whom and in which time, with the reason for the default. */
const limit = (byDefault: number, means: string) =>
  setting(z.coerce.number('is not a number').int().min(1).max(1_000_000_000), means, { default: String(byDefault) });
const secret = z.string().min(32, 'needs at least 32 characters');
const webhookUrl = z.url({ protocol: /^https?$/ }).refine((url) => !/\/\/[^/]*@/.test(url), 'must not hold a user or password');
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const isTimeZone = (zone: string): boolean => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';
const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source).source.length > 0;
  } catch {
    return false; // not a pattern: the message of refine() says so
  }
};

const areHours = (text: string): boolean => {
  try {
    const hours = parseOpeningHours(text);
    return hours !== undefined && createCalendar({ timeZone: 'UTC', hours }) !== undefined;
  } catch {
    return false; // out of order or malformed: the message of refine() says so
  }
};

/** Every variable the product reads, in the order of `.env.example`. */
export const SETTINGS = {
  PORT: setting(z.coerce.number('is not a number').int().min(0).max(65535), 'TCP port; 0 takes any free port and prints it.', {
    default: '3978',
  }),
  HOST: setting(z.string(), 'Address to listen on. 0.0.0.0 opens it to the network: put TLS in front.', { default: '127.0.0.1' }),
  PUBLIC_URL: setting(z.url().optional(), 'How customers reach this server, without a path; used in links. Default: http://HOST:PORT.', {
    example: 'https://chat.example.com',
  }),
  DATA_DIR: setting(z.string(), 'Directory of the embedded store and of generated secrets.', { default: './data' }),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .optional(),
    'PostgreSQL 15 or newer. Unset: the embedded store in DATA_DIR.',
    { example: 'postgresql://bot:password@127.0.0.1:5432/bot', isSecret: true },
  ),
  DATABASE_POOL: setting(z.coerce.number().int().min(1).max(100), 'Connections to PostgreSQL per instance.', { default: '10' }),
  REDIS_URL: setting(
    z
      .string()
      .regex(/^rediss?:\/\//, 'must begin with redis://')
      .optional(),
    'Redis for several instances; unset: one instance.',
    { example: 'redis://127.0.0.1:6379', isSecret: true },
  ),
  DIRECT_LINE_SECRET: setting(secret.optional(), 'Lets your site make chat tokens, also for signed-in customers. At least 32 characters.', {
    isSecret: true,
  }),
  API_KEY: setting(secret.optional(), 'Bearer key of /api/v1 that may do everything. At least 32 characters.', { isSecret: true }),
  API_KEYS: setting(
    z.string().optional(),
    'Further keys of /api/v1 as JSON on one line, each with its name, role and scopes: one a system, for what it does. See docs/operations.md.',
    {
      example: '[{"name":"wms","secret":"at-least-32-characters-of-your-own","role":"agent","scopes":["shipments:write"]}]',
      isSecret: true,
    },
  ),
  SESSION_SECRET: setting(secret.optional(), 'Signs chat tokens and links. At least 32 characters; changing it ends all open chats.', {
    isSecret: true,
  }),
  ERASURE_SECRET: setting(
    secret.optional(),
    'Keys the hashes by which nobody who was erased is imported again; unset: SESSION_SECRET. Keep it for ever once you erased somebody.',
    { isSecret: true },
  ),
  COMPANY_NAME: setting(z.string(), 'The company in Simplified Chinese.', { default: '星邦速运' }),
  COMPANY_NAME_HANT: setting(z.string(), 'The company in Traditional Chinese.', { default: '星邦速運' }),
  COMPANY_NAME_EN: setting(z.string(), 'The company in English.', { default: 'XB Express' }),
  COMPANY_HOTLINE: setting(z.string().optional(), 'Phone number named when nothing else helps; unset: none is named.', {
    example: '400-000-0000',
  }),
  COMPANY_TIME_ZONE: setting(
    z.string().refine(isTimeZone, 'is not an IANA zone such as Asia/Shanghai'),
    'IANA zone of all days and hours shown.',
    { default: 'Asia/Shanghai' },
  ),
  SLA_HOURS: setting(
    z.string().refine(areHours, 'is neither 24x7 nor hours such as Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00'),
    'When the clocks of complaints run, in the company zone; the seven days of the law always run.',
    { default: '24x7', example: 'Mon-Fri 09:00-18:00; Sat 10:00-16:00' },
  ),
  SLA_HOLIDAYS: setting(z.enum(['CN', 'none']), "Days off and made-up workdays those hours follow: China's, or none. Nothing with 24x7.", {
    default: 'CN',
  }),
  CLAIM_POLICY: setting(
    z.string().optional(),
    "JSON file with your rules of compensation, rates and waiting times, on top of the laws' limits; see docs/claim-policy.md. Unset: the demo company's.",
    { example: './claim-policy.json' },
  ),
  OWN_NUMBER_PATTERN: setting(
    z.string().refine(isPattern, 'is not a regular expression'),
    'Regular expression of your own tracking numbers, upper case, unanchored.',
    { default: 'XB\\d{12}' },
  ),
  OWN_NUMBER_CHECK: setting(z.enum(['gs1_mod10', 'none']), 'Check digit at the end of your own numbers.', { default: 'gs1_mod10' }),
  OWN_NUMBER_EXAMPLE: setting(z.string(), 'A number shown to customers as an example of the form.', { default: 'XB000000012348' }),
  DEMO: setting(
    flag.optional(),
    '1 loads the demo carrier into an empty store and offers demo sign-ins on /. Default 1 on the embedded store, 0 with DATABASE_URL.',
    { example: '1' },
  ),
  ADMIN_EMAIL: setting(z.email().optional(), 'First staff sign-in, made when there is no staff yet.', { example: 'admin@example.com' }),
  ADMIN_PASSWORD: setting(
    z.string().min(12, 'needs at least 12 characters').optional(),
    'Password of that sign-in, at least 12 characters.',
    { isSecret: true },
  ),
  CRM_WEBHOOK_URL: setting(webhookUrl.optional(), 'Where complaint and call-back events are posted; unset: nowhere.', {
    example: 'https://crm.example.com/hooks/bot',
  }),
  CRM_WEBHOOK_SECRET: setting(secret.optional(), 'Signs those posts (HMAC-SHA256). At least 32 characters.', { isSecret: true }),
  MICROSOFT_APP_ID: setting(z.uuid().optional(), 'App id of an Azure Bot: opens POST /api/messages for Azure channels.', {
    example: '00000000-0000-0000-0000-000000000000',
  }),
  MICROSOFT_APP_PASSWORD: setting(z.string().optional(), 'Password of that app.', { isSecret: true }),
  MICROSOFT_APP_TENANT_ID: setting(z.string().optional(), 'Tenant of that app (single-tenant bots).'),
  EMULATOR: setting(flag, '1 opens POST /api/messages without authentication to loopback clients, for the Bot Framework Emulator.', {
    default: '0',
    example: '1',
  }),
  FRAME_ANCESTORS: setting(
    z.string(),
    'Which sites may embed the widget (CSP frame-ancestors of /?embed=1), space separated; the full page / is embedded nowhere.',
    { default: '*', example: 'https://www.example.com' },
  ),
  TRUST_PROXY: setting(
    z.coerce.number('is not a number').int().min(0).max(9),
    "How many proxies of yours a request comes through, each adding to X-Forwarded-For; 0 takes the connection's own address.",
    { default: '0', example: '1' },
  ),
  LIMIT_MESSAGES_PER_MINUTE: limit(600, 'Messages one conversation may send in a minute: ten a second is more than anybody types.'),
  LIMIT_NUMBERS_PER_HOUR: limit(
    60,
    'Tracking and order numbers one conversation may ask for in an hour: a shop checks dozens, who goes through them all asks thousands.',
  ),
  LIMIT_UPLOADS_PER_HOUR: limit(60, 'Uploads of up to five files one conversation may send in an hour.'),
  LIMIT_STORAGE_MB_PER_DAY: limit(50, 'Megabytes one conversation may fill in a day with files and messages: some twenty photos.'),
  LIMIT_ALL_STORAGE_MB_PER_DAY: limit(20_000, 'Megabytes all conversations together may fill in a day: keep it below the free disk.'),
  LIMIT_TICKETS_PER_DAY: limit(10, 'Tickets one conversation may open in a day; a signed-in customer five times as many.'),
  LIMIT_CALLBACKS_PER_DAY: limit(5, 'Call-backs one conversation may ask for in a day, and one phone may be asked for.'),
  LIMIT_CHATS_PER_HOUR: limit(
    6000,
    'Chats that one address may begin or come back to in an hour: a mobile carrier puts thousands behind one.',
  ),
  LIMIT_STREAMS_PER_CLIENT: limit(500, 'Open chat streams of one address.'),
  LIMIT_STREAMS: limit(20_000, 'Open chat streams of this instance; some 20 KB of memory and a file descriptor each.'),
  LIMIT_MEGAPIXELS: limit(64, 'Pixels of a picture in millions: more than phones take, less than what fills the memory of who opens it.'),
  LIMIT_CLIENT_FACTOR: limit(
    20,
    "How many times a conversation's limits one address has over all its conversations, as offices and mobile carriers put many people behind one.",
  ),
  LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'Least level written to stderr.', { default: 'info' }),
} as const;

type Read<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? z.output<T> : never };
export type Environment = Read<typeof SETTINGS>;

/** The configuration in use; secrets are filled in by bot/secrets.ts where the embedded store allows it. */
export type Config = Environment & { readonly isEmbedded: boolean; readonly isDemo: boolean };

/**
 * Reads the environment once. An empty variable counts as unset.
 * @param checks name what is wrong with settings whose meaning core does not know
 * @throws AppError CONFIG_INVALID with every problem listed, when anything is wrong.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  checks: readonly ((read: Environment) => readonly string[])[] = [],
): Config {
  const { values: read, problems } = parse(env, Object.keys(SETTINGS) as (keyof Environment)[]);
  const isEmbedded = read.DATABASE_URL === undefined;
  if (!isEmbedded) {
    for (const name of ['DIRECT_LINE_SECRET', 'API_KEY', 'SESSION_SECRET'] as const)
      if (read[name] === undefined && !problems.some((problem) => problem.startsWith(name)))
        problems.push(`${name}: must be set when DATABASE_URL is set (it is generated on the embedded store only)`);
  }
  if (read.CRM_WEBHOOK_URL && !read.CRM_WEBHOOK_SECRET) problems.push('CRM_WEBHOOK_SECRET: must be set when CRM_WEBHOOK_URL is set');
  if (read.MICROSOFT_APP_ID && !read.MICROSOFT_APP_PASSWORD)
    problems.push('MICROSOFT_APP_PASSWORD: must be set when MICROSOFT_APP_ID is set');
  if ((read.ADMIN_EMAIL === undefined) !== (read.ADMIN_PASSWORD === undefined))
    problems.push('ADMIN_EMAIL and ADMIN_PASSWORD: set both or neither');
  problems.push(...checks.flatMap((check) => check(read)));
  if (problems.length > 0) throw new AppError('CONFIG_INVALID', { problems });
  return { ...read, isEmbedded, isDemo: read.DEMO ?? isEmbedded };
}

/**
 * Of the environment only where the stores are, for commands that an operator runs on them: these need none of the product's secrets.
 * @throws AppError CONFIG_INVALID as readConfig does
 */
export function readStores(env: Readonly<Record<string, string | undefined>> = process.env): StoreConfig {
  const { values, problems } = parse(env, STORES);
  if (problems.length > 0) throw new AppError('CONFIG_INVALID', { problems });
  return values;
}

export type StoreConfig = Pick<Environment, (typeof STORES)[number]>;
const STORES = ['DATABASE_URL', 'DATABASE_POOL', 'DATA_DIR', 'LOG_LEVEL'] as const;

function parse<Name extends keyof Environment>(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
): { readonly values: Pick<Environment, Name>; readonly problems: string[] } {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const { schema, default: byDefault }: Setting<z.ZodType> = SETTINGS[name];
    const result = schema.safeParse(env[name] || byDefault);
    if (result.success) values[name] = result.data;
    else problems.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  return { values: values as Pick<Environment, Name>, problems };
}

/** The text of `.env.example`; a test holds the file to it. */
export function describeSettings(): string {
  const lines = Object.entries<Setting<z.ZodType>>(SETTINGS).map(([name, { means, default: byDefault, example, isSecret }]) =>
    [
      `# ${means}${isSecret ? ' (secret)' : ''}`,
      ...(byDefault === undefined ? [] : [`# Default: ${byDefault}`]),
      `# ${name}=${example ?? byDefault ?? ''}\n`,
    ].join('\n'),
  );
  return `# Written by \`npm run env\` from core/config.ts. Copy to .env and uncomment what you change; every line is optional on the embedded store.\n\n${lines.join('\n')}`;
}
