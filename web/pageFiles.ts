/** What a page's HTML names, as paths from the site's root. */
export interface PageFiles {
  readonly script: string;
  /** In their order: what pages share, then the page's own. */
  readonly styles: readonly string[];
  /** What the script fetches after the first paint, by the names of `Page.later`. */
  readonly later: Readonly<Record<string, string>>;
}
