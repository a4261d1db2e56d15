import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { z } from 'zod';
import { AppError, toProblem } from '../../core/errors.ts';
import { escapeHtml } from '../../core/html.ts';
import { chooseLocale, readAcceptLanguage } from '../../core/i18n.ts';
import { LOCALES, type Locale } from '../../core/types.ts';
import type { Company } from '../../rules/services.ts';
import { problemHeaders } from './problem.ts';
import { type Encoding, loadStaticFiles, type StaticFile, toStaticFile } from './staticFiles.ts';

export interface PageDeps {
  /** What `vite build --config web/vite.config.ts` wrote, usually dist/web. */
  readonly webDir: string;
  readonly company: Company;
  /** CSP frame-ancestors of the widget's frame, `/?embed=1`: `*`, or origins separated by spaces. A full page is in no frame. */
  readonly frameAncestors: string;
  /** Whether a request is a signed-in member of staff's. Without it no page of theirs can be mounted. */
  readonly isStaff?: (req: Request) => boolean;
  /** Offers what follows on `/`. */
  readonly isDemo: boolean;
  readonly demoCustomers?: readonly { readonly externalId: string; readonly name: string }[];
  readonly demoTrackingNumbers?: readonly string[];
}

type Mode = 'page' | 'embed';

const MODES: readonly Mode[] = ['page', 'embed'];

/** What the build says of its pages: web/pages.ts. */
const TABLE = z.array(
  z.object({
    name: z.string(),
    paths: z.array(z.string().startsWith('/')).min(1),
    policy: z.string().min(1),
    audience: z.enum(['everyone', 'staff']),
    cache: z.enum(['no-cache', 'no-store']),
    isEmbeddable: z.boolean(),
  }),
);
type Page = z.infer<typeof TABLE>[number];

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

const HTML: Readonly<Record<string, string>> = {
  ...COMMON,
  // In a frame it has no effect, so it does not stand in the widget's way.
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/**
 * Mounts the pages of the build's table, `/widget.js` and `/assets/*`. Files are read once, now; nothing is read from disk for a request.
 * @throws Error naming the build command when the pages were not built, or naming a page of the staff's that nobody guards.
 */
export function mountPages(server: Server, deps: PageDeps): void {
  const files = loadStaticFiles(deps.webDir);
  for (const page of readTable(deps.webDir)) mountPage(server, page, files, deps);
  route(server, '/widget.js', () => ({ file: files.get('widget.js'), headers: { ...WIDGET, vary: 'Accept-Encoding' } }));
  // The name is looked up among those read at start: no path is ever made of it.
  route(server, '/assets/:name', (req) => ({
    file: files.get(`assets/${req.params?.name}`),
    headers: { ...ASSET, vary: 'Accept-Encoding' },
  }));
}

function readTable(webDir: string): readonly Page[] {
  const path = join(webDir, 'pages.json');
  if (!existsSync(path)) throw new Error(`The pages are missing (${path}): run "npm run build" first.`);
  return TABLE.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function mountPage(server: Server, page: Page, files: ReadonlyMap<string, StaticFile>, deps: PageDeps): void {
  const { isStaff } = deps;
  if (page.audience === 'staff' && !isStaff)
    throw new Error(`The page ${page.name} is for staff, and nothing tells who they are: give isStaff.`);
  const rendered = renderPage(page, files, deps);
  // Nothing of ours frames a full page: in a stranger's it would be a place to steal clicks, demo sign-ins among them.
  const ancestors: Readonly<Record<Mode, string>> = { page: "'none'", embed: deps.frameAncestors };
  for (const path of page.paths)
    route(server, path, (req) => {
      if (page.audience === 'staff' && !isStaff?.(req)) throw new AppError('UNAUTHENTICATED');
      const query = new URLSearchParams(req.getQuery());
      const mode: Mode = page.isEmbeddable && query.get('embed') === '1' ? 'embed' : 'page';
      const locale = localeOf(query.get('lang'), req.headers.cookie, req.headers['accept-language']);
      return {
        file: rendered.get(`${locale}/${mode}`),
        headers: {
          ...HTML,
          'cache-control': page.cache,
          'content-security-policy': `${page.policy}; frame-ancestors ${ancestors[mode]}`,
          'cross-origin-resource-policy': page.isEmbeddable ? 'cross-origin' : 'same-origin',
          'content-language': locale,
          vary: 'Accept-Encoding, Accept-Language, Cookie',
        },
      };
    });
}

/** An explicit wish, then what was chosen before, then the browser's languages in their order. */
function localeOf(wish: string | null, cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  const remembered = /(?:^|;\s*)lang=([\w-]+)/.exec(cookie ?? '')?.[1];
  return chooseLocale([wish ?? undefined, remembered, ...readAcceptLanguage(acceptLanguage)]);
}

/** A page as the server can give it, filled and compressed: in three languages, alone or in the widget's frame. */
function renderPage(
  { name, isEmbeddable }: Page,
  files: ReadonlyMap<string, StaticFile>,
  { company, isDemo, demoCustomers = [], demoTrackingNumbers = [] }: PageDeps,
): ReadonlyMap<string, StaticFile> {
  const config = {
    company: company.name,
    example: company.numberExample,
    ...(company.hotline !== undefined && { hotline: company.hotline }),
    ...(isDemo && { demo: { customers: demoCustomers, trackingNumbers: demoTrackingNumbers } }),
  };
  const rendered = new Map<string, StaticFile>();
  for (const locale of LOCALES) {
    const template = files.get(`${name}.${locale}.html`)?.plain.toString('utf8');
    if (template === undefined) throw new Error(`The page ${name}.${locale}.html is missing: run "npm run build" first.`);
    for (const mode of isEmbeddable ? MODES : MODES.slice(0, 1)) {
      const places: Readonly<Record<string, string>> = {
        mode,
        company: escapeHtml(company.name[locale]),
        example: escapeHtml(company.numberExample),
        // A data block ends at its first `</script`; no `<` is left to begin one.
        config: JSON.stringify(config).replaceAll('<', '\\u003c'),
      };
      const filled = template.replace(/\{\{(\w+)\}\}/g, (whole, place: string) => places[place] ?? whole);
      rendered.set(`${locale}/${mode}`, toStaticFile(`${name}.html`, Buffer.from(filled)));
    }
  }
  return rendered;
}

interface Found {
  readonly file: StaticFile | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function route(server: Server, path: string, find: (req: Request) => Found): void {
  const handle: RequestHandler = (req, res, next) => {
    try {
      const { file, headers } = find(req);
      if (!file) throw new AppError('NOT_FOUND');
      send(req, res, file, headers);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refuse(res, error);
    }
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

function refuse(res: Response, error: AppError): void {
  const { status, body } = toProblem(error);
  res.writeHead(status, problemHeaders(status, body));
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
