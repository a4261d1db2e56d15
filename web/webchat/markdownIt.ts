import { escapeHtml } from '../../core/html.ts';

/** A token of markdown-it, as Web Chat changes them between reading and writing. */
interface Token {
  readonly type: 'inline' | 'text' | 'link_open' | 'link_close';
  readonly tag?: string;
  readonly attrs?: readonly (readonly [name: string, value: string])[];
  readonly content?: string;
  readonly children?: readonly Token[];
}

interface Environment {
  readonly references?: Readonly<Record<string, { readonly href: string }>>;
}

const LINK = /\[([^[\]]+)\](?:\(([^()\s]+)\)|\[([^[\]]+)\])/g;

/**
 * The part of markdown-it by which Web Chat writes its own sentences, such as "Send failed. [Retry][RETRY].": links, and text that is
 * never markup. The library itself would be a sixth of what the page loads.
 */
export default class MarkdownIt {
  readonly renderer = { render: (tokens: readonly Token[]): string => tokens.map(write).join('') };

  use(): this {
    return this;
  }

  parseInline(text: string, { references = {} }: Environment = {}): readonly Token[] {
    const children: Token[] = [];
    let end = 0;
    for (const found of text.matchAll(LINK)) {
      const [whole, label = '', address, name = ''] = found;
      const href = address ?? references[name.toUpperCase()]?.href;
      if (href === undefined || !/^(#|https?:)/.test(href)) continue;
      children.push({ type: 'text', content: text.slice(end, found.index) });
      children.push(
        { type: 'link_open', tag: 'a', attrs: [['href', href]] },
        { type: 'text', content: label },
        { type: 'link_close', tag: 'a' },
      );
      end = found.index + whole.length;
    }
    children.push({ type: 'text', content: text.slice(end) });
    return [{ type: 'inline', children }];
  }
}

function write({ type, tag, attrs = [], content = '', children = [] }: Token): string {
  if (type === 'link_open') return `<${tag}${attrs.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')}>`;
  if (type === 'link_close') return `</${tag}>`;
  return type === 'inline' ? children.map(write).join('') : escapeHtml(content);
}
