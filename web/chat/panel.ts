import { create, find, type PageConfig } from './config.ts';
import type { Language } from './language.ts';
import type { Wish } from './opening.ts';

interface PanelDeps {
  readonly config: PageConfig;
  readonly language: Language;
  /** The demo customer now signed in. */
  readonly customer: string | undefined;
  say(words: string, wish?: Wish): void;
  signIn(customer: string | undefined): void;
}

/** More would push the panel below the fold; the server prints all of them at its start. */
const SHOWN_NUMBERS = 4;

/** The panel beside the chat: tracking field, hotline, and in demo mode what there is to try. */
export function setUpPanel({ config, language, customer, say, signIn }: PanelDeps): void {
  const form = find<HTMLFormElement>('track');
  const field = find<HTMLInputElement>('number');
  const hint = find('number-hint');
  const mark = (isMissing: boolean): void => {
    language.bind(hint, isMissing ? 'trackMissing' : 'trackHint');
    hint.classList.toggle('is-wrong', isMissing);
    field.setAttribute('aria-invalid', String(isMissing));
  };
  field.addEventListener('input', () => mark(false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const number = field.value.trim();
    mark(number === '');
    if (number === '') return field.focus();
    field.value = '';
    say(number, 'track_shipment');
  });
  if (config.hotline) showHotline(config.hotline);
  if (config.demo) showDemo(config.demo, { language, customer, say, signIn });
}

function showHotline(number: string): void {
  const line = find('hotline');
  const link = line.querySelector('a');
  if (link) {
    link.textContent = number;
    link.href = `tel:${number.replace(/[^\d+]/g, '')}`;
  }
  line.hidden = false;
}

function showDemo(demo: NonNullable<PageConfig['demo']>, { language, customer, say, signIn }: Omit<PanelDeps, 'config'>): void {
  const box = find('demo');
  const title = create('p');
  language.bind(title, 'demoTitle');
  box.append(title);
  if (demo.trackingNumbers.length > 0) {
    const row = create('div', '', 'row');
    const label = create('span');
    language.bind(label, 'demoTry');
    row.append(
      label,
      ...demo.trackingNumbers.slice(0, SHOWN_NUMBERS).map((number) => {
        const button = create('button', number);
        button.type = 'button';
        button.addEventListener('click', () => say(number, 'track_shipment'));
        return button;
      }),
    );
    box.append(row);
  }
  if (demo.customers.length > 0) {
    const row = create('label', '', 'row');
    const label = create('span');
    language.bind(label, 'demoCustomer');
    const choice = create('select');
    const guest = create('option');
    guest.value = '';
    language.bind(guest, 'demoGuest');
    choice.append(guest, ...demo.customers.map(({ externalId, name }) => new Option(name, externalId)));
    choice.value = customer ?? '';
    choice.addEventListener('change', () => signIn(choice.value || undefined));
    row.append(label, choice);
    box.append(row);
  }
  box.hidden = false;
}
