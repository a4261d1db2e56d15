import type { Button, Card, Locale, TimelineLine, Tone } from '../../core/types.ts';
import { isLink } from '../../rules/channels/degrade.ts';

type Element = Readonly<Record<string, unknown>>;
type TextStyle = Readonly<Partial<Record<'weight' | 'size' | 'color' | 'fontType', string>>> & { readonly isSubtle?: boolean };

/** Adaptive Cards' names for our moods, as a colour of text and as a style of a box. */
const COLOR: Readonly<Record<Tone, string>> = {
  good: 'Good',
  moving: 'Accent',
  attention: 'Warning',
  bad: 'Attention',
  neutral: 'Default',
};
const BOX: Readonly<Record<Tone, string>> = { good: 'good', moving: 'accent', attention: 'warning', bad: 'attention', neutral: 'emphasis' };
const STEPS = [0, 1, 2, 3, 4] as const;

/**
 * An Adaptive Card 1.4 attachment of a shipment or a ticket. Every string from outside stands in a RichTextBlock, the one element whose
 * text is never read as Markdown (adaptivecards.io, TextRun: "does not support Markdown"): escaping for TextBlock would show
 * its backslashes in clients that do not read Markdown, and facts have no escaping at all.
 * @param fallbackText what a client shows that cannot draw the card.
 */
export function toAdaptiveCard(card: Card, locale: Locale, fallbackText: string): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    lang: locale,
    // Sentences bring their own full stop: read aloud, two would make a gap.
    speak: [card.status, card.headline, card.eta].flatMap((part) => part?.replace(/[。.]$/, '') || []).join(locale === 'en' ? '. ' : '。'),
    fallbackText,
    body: [header(card), progress(card), ...facts(card), ...timeline(card)],
    ...(card.buttons.length > 0 && { actions: card.buttons.map(toAction) }),
  };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

function header(card: Card): Element {
  const { status, tone, headline, eta } = card;
  const [number, route] = card.kind === 'shipment' ? [card.trackingNumber, card.route] : [card.reference];
  const top = columns([
    // In plain ink: the box is in the mood's colour, and the same on it would be too pale to read (WCAG 1.4.3).
    column('stretch', [words(status, { weight: 'Bolder', size: 'Large' })]),
    column('auto', [words(number, { isSubtle: true, size: 'Small', fontType: 'Monospace' }, { horizontalAlignment: 'Right' })]),
  ]);
  const lines = [words(headline, { size: 'Medium' }, { spacing: 'Small' })];
  if (eta !== undefined) lines.push(words(eta, { weight: 'Bolder' }, { spacing: 'Small' }));
  if (route !== undefined) lines.push(words(route, { isSubtle: true }, { spacing: 'Small' }));
  return { type: 'Container', style: BOX[tone], bleed: true, items: [top, ...lines] };
}

/** Five dots, the reached ones filled and in the mood's colour, the present one ringed. The status says the same in words. */
function progress({ progress: reached, tone }: Card): Element {
  return columns(
    STEPS.map((step) => {
      const mark = step === reached ? '◉' : step < reached ? '●' : '○';
      const style = step <= reached ? { color: COLOR[tone], weight: 'Bolder' } : { isSubtle: true };
      return column('stretch', [words(mark, { ...style, size: 'Medium' }, { horizontalAlignment: 'Center' })]);
    }),
    { spacing: 'Medium' },
  );
}

/** Columns rather than a FactSet: the values of one are read as Markdown. */
function facts(card: Card): Element[] {
  return card.facts.map(({ label, value }, index) =>
    columns(
      [column(1, [words(label, { isSubtle: true })]), column(2, [words(value, {})])],
      index === 0 ? { separator: true, spacing: 'Medium' } : { spacing: 'Small' },
    ),
  );
}

function timeline({ timeline: lines, timelineTitle }: Card): Element[] {
  if (lines.length === 0) return [];
  return [words(timelineTitle, { weight: 'Bolder' }, { separator: true, spacing: 'Medium' }), ...lines.map(timelineLine)];
}

function timelineLine({ at, text, isLatest }: TimelineLine): Element {
  const mark = words(isLatest ? '●' : '○', isLatest ? { color: 'Accent' } : { isSubtle: true });
  const said = [words(text, isLatest ? { weight: 'Bolder' } : {}), words(at, { isSubtle: true, size: 'Small' }, { spacing: 'None' })];
  return columns([column('auto', [mark]), column('stretch', said, { spacing: 'Small' })], { spacing: 'Small' });
}

/** A string value of Action.Submit is what Web Chat sends as if typed (imBack). */
function toAction({ title, value }: Button): Element {
  return isLink(value) ? { type: 'Action.OpenUrl', title, url: value } : { type: 'Action.Submit', title, data: value };
}

function words(text: string, style: TextStyle, block: Element = {}): Element {
  return { type: 'RichTextBlock', ...block, inlines: [{ type: 'TextRun', text, ...style }] };
}

function columns(items: readonly Element[], more: Element = {}): Element {
  return { type: 'ColumnSet', ...more, columns: items };
}

function column(width: 'auto' | 'stretch' | number, items: readonly Element[], more: Element = {}): Element {
  return { type: 'Column', width, ...more, items };
}
