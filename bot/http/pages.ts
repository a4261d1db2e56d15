import type { Request, RequestHandler, Response, Server } from 'restify';
import { AppError, toProblem } from '../../core/errors.ts';
import { toLocale } from '../../core/i18n.ts';
import { LOCALES, type Locale } from '../../core/types.ts';
import type { Company } from '../../rules/services.ts';
import { type Encoding, loadStaticFiles, type StaticFile, toStaticFile } from './staticFiles.ts';

export interface PageDeps {
  /** What `vite build --config web/vite.config.ts` wrote, usually dist/web. */
  readonly webDir: string;
  readonly company: Company;
  /** CSP frame-ancestors of the widget's frame, `/?embed=1`: `*`, or origins separated by spaces. The full page is in no frame. */
  readonly frameAncestors: string;
  /** Offers what follows on `/`. */
  readonly isDemo: boolean;
  readonly demoCustomers?: readonly { readonly externalId: string; readonly name: string }[];
  readonly demoTrackingNumbers?: readonly string[];
}

type Mode = 'page' | 'embed';

const MODES: readonly Mode[] = ['page', 'embed'];
const DEFAULT_LOCALE: Locale = 'zh-Hans';

/** Measured against Web Chat 4.18: style attributes are written by it and by Adaptive Cards, `blob:` holds uploads before they are sent. */
const policy = (frameAncestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' data: blob:",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};
/** Who may read a file from another site: the widget is meant for that, and needs it where the host asks for isolation (COEP). */
const WIDGET: Readonly<Record<string, string>> = {
  ...COMMON,
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
};
const ASSET: Readonly<Record<string, string>> = {
  ...COMMON,
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'public, max-age=31536000, immutable',
};

/**
 * Mounts `/`, `/widget.js` and `/assets/*`. Files are read once, now; nothing is read from disk for a request.
 * @throws Error naming the build command when the pages were not built.
 */
export function mountPages(server: Server, deps: PageDeps): void {
  const files = loadStaticFiles(deps.webDir);
  const pages = renderPages(files, deps);
  // Nothing of ours frames the full page: in a stranger's it would be a place to steal clicks, demo sign-ins among them.
  const policies: Readonly<Record<Mode, string>> = { page: policy("'none'"), embed: policy(deps.frameAncestors) };
  const html: Readonly<Record<string, string>> = {
    ...COMMON,
    'cache-control': 'no-cache',
    // In a frame it has no effect, so it does not stand in the widget's way.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  };

  route(server, '/', (req) => {
    const query = new URLSearchParams(req.getQuery());
    const mode: Mode = query.get('embed') === '1' ? 'embed' : 'page';
    const locale = chooseLocale(query.get('lang'), req.headers.cookie, req.headers['accept-language']);
    return {
      file: pages.get(`${locale}/${mode}`),
      headers: {
        ...html,
        'content-security-policy': policies[mode],
        'content-language': locale,
        vary: 'Accept-Encoding, Accept-Language, Cookie',
      },
    };
  });
  route(server, '/widget.js', () => ({ file: files.get('widget.js'), headers: { ...WIDGET, vary: 'Accept-Encoding' } }));
  // The name is looked up among those read at start: no path is ever made of it.
  route(server, '/assets/:name', (req) => ({
    file: files.get(`assets/${req.params?.name}`),
    headers: { ...ASSET, vary: 'Accept-Encoding' },
  }));
}

/** An explicit wish, then what was chosen before, then the browser's languages in their order, then the home market's. */
export function chooseLocale(wish: string | null, cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  const remembered = /(?:^|;\s*)lang=([\w-]+)/.exec(cookie ?? '')?.[1];
  return toLocale(wish ?? undefined) ?? toLocale(remembered) ?? readAcceptLanguage(acceptLanguage) ?? DEFAULT_LOCALE;
}

/** The most wanted language we speak: RFC 9110 §12.5.4, quality values included. */
function readAcceptLanguage(header = ''): Locale | undefined {
  return header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
      return { locale: toLocale(tag), quality };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .find(({ locale }) => locale !== undefined)?.locale;
}

/** Every page the server can give, filled and compressed: three languages, alone or in the widget's frame. */
function renderPages(
  files: ReadonlyMap<string, StaticFile>,
  { company, isDemo, demoCustomers = [], demoTrackingNumbers = [] }: PageDeps,
): ReadonlyMap<string, StaticFile> {
  const config = {
    company: company.name,
    example: company.numberExample,
    ...(company.hotline !== undefined && { hotline: company.hotline }),
    ...(isDemo && { demo: { customers: demoCustomers, trackingNumbers: demoTrackingNumbers } }),
  };
  const pages = new Map<string, StaticFile>();
  for (const locale of LOCALES) {
    const template = files.get(`chat.${locale}.html`)?.plain.toString('utf8');
    if (template === undefined) throw new Error(`The page chat.${locale}.html is missing: run "npm run build" first.`);
    for (const mode of MODES) {
      const places: Readonly<Record<string, string>> = {
        mode,
        company: escapeHtml(company.name[locale]),
        example: escapeHtml(company.numberExample),
        // A data block ends at its first `</script`; no `<` is left to begin one.
        config: JSON.stringify(config).replaceAll('<', '\\u003c'),
      };
      const filled = template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => places[name] ?? whole);
      pages.set(`${locale}/${mode}`, toStaticFile('chat.html', Buffer.from(filled)));
    }
  }
  return pages;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

interface Found {
  readonly file: StaticFile | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function route(server: Server, path: string, find: (req: Request) => Found): void {
  const handle: RequestHandler = (req, res, next) => {
    const { file, headers } = find(req);
    if (file) send(req, res, file, headers);
    else sendNotFound(res);
    next(false);
  };
  server.get(path, handle);
  server.head(path, handle);
}

function send(req: Request, res: Response, file: StaticFile, headers: Readonly<Record<string, string>>): void {
  const encoding = chooseEncoding(req.headers['accept-encoding'], file);
  const body = encoding === 'identity' ? file.plain : (file[encoding] ?? file.plain);
  const etag = `"${file.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const isKnown = (req.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  res.writeHead(isKnown ? 304 : 200, {
    ...headers,
    etag,
    ...(!isKnown && { 'content-type': file.contentType, 'content-length': body.length }),
    ...(!isKnown && encoding !== 'identity' && { 'content-encoding': encoding }),
  });
  res.end(isKnown || req.method === 'HEAD' ? undefined : body);
}

function sendNotFound(res: Response): void {
  const { status, body } = toProblem(new AppError('NOT_FOUND'));
  res.writeHead(status, { ...COMMON, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

/** The smallest the client takes; `br;q=0` means not br. */
function chooseEncoding(header: string | string[] | undefined, file: StaticFile): Encoding {
  const offers = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => offer.split(';').map((part) => part.trim()));
  const takes = (name: string): boolean => offers.some(([offer, quality]) => offer === name && !/^q=0(\.0*)?$/.test(quality ?? ''));
  if (file.br && takes('br')) return 'br';
  return file.gzip && takes('gzip') ? 'gzip' : 'identity';
}
