import { describe, expect, it } from 'vitest';
import globalize from '../../web/webchat/globalize.ts';
import MarkdownIt from '../../web/webchat/markdownIt.ts';

describe("Web Chat's own sentences", () => {
  const markdown = new MarkdownIt();
  const write = (text: string, references = {}): string => markdown.renderer.render(markdown.parseInline(text, { references }));

  it.each([
    ['a link by its name', '发送失败。[重试][RETRY]。', '发送失败。<a href="#1">重试</a>。'],
    ['a link by its address', 'See [help](https://example.com/a).', 'See <a href="https://example.com/a">help</a>.'],
    ['a name nobody knows as text', '[a][UNKNOWN]', '[a][UNKNOWN]'],
    ['an address that runs a script as text', '[a](javascript:x)', '[a](javascript:x)'],
    ['markup as text', '<b onclick="x">&', '&lt;b onclick=&quot;x&quot;&gt;&amp;'],
  ])('show %s', (_what, text, expected) => {
    expect(write(text, { RETRY: { href: '#1' } })).toBe(expected);
  });

  it.each([
    ['zh-Hans', '3分钟前', '11月28日 15:05', '12 MB'],
    ['zh-Hant', '3 分鐘前', '11月28日 下午3:05', '12 MB'],
    ['en', '3 minutes ago', 'November 28 at 3:05 PM', '12 MB'],
  ])('count and tell the time in %s', (language, ago, date, size) => {
    const say = globalize(language);
    const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(say.relativeTimeFormatter('minute')(-3)).toBe(ago);
    expect(plain(say.dateFormatter()(new Date('2026-11-28T15:05:00Z')))).toBe(date);
    expect(plain(say.unitFormatter('megabyte', { form: 'short' })(12))).toBe(size);
    expect(say.plural(1)).toBe(language === 'en' ? 'one' : 'other');
  });
});
