import '../shared/base.css';
import './chat.css';
import './client.css';
import './panel.css';
import { find, readPageConfig } from './config.ts';
import { createConversation } from './conversation.ts';
import { createFrame } from './frame.ts';
import { createLanguage } from './language.ts';
import { createNotice } from './notice.ts';
import { createOpening } from './opening.ts';
import { setUpPanel } from './panel.ts';
import { loadSession } from './session.ts';
import type { TextKey } from './texts.ts';
import { createUnread } from './unread.ts';

const config = readPageConfig();
const language = createLanguage(config);
const notice = createNotice(language);
const frame = createFrame(language);
const opening = createOpening(language, (words) => conversation.say(words));
const state = find('state');
const stateWords = state.querySelector('span');
let isConnected = false;

const conversation = createConversation({
  clientAddress: document.querySelector<HTMLScriptElement>('script[data-client]')?.dataset.client ?? '',
  language,
  notice,
  opening,
  unread: createUnread(language, frame),
  onStateChange(isReached) {
    isConnected = isReached;
    showState();
  },
});

function showState(): void {
  const isOnline = isConnected && navigator.onLine;
  state.classList.toggle('is-online', isOnline);
  if (stateWords) language.bind(stateWords, isOnline ? 'online' : 'connecting');
}

/** `/?customer=…` signs in as that demo customer; the server refuses any other. */
const asked = new URLSearchParams(location.search).get('customer');
const demoCustomer = config.demo?.customers.find(({ externalId }) => externalId === asked)?.externalId;

setUpPanel({ config, language, customer: demoCustomer ?? loadSession()?.customer, say: conversation.say, signIn: conversation.startOver });
for (const button of document.querySelectorAll<HTMLElement>('[data-say]'))
  button.addEventListener('click', () => {
    if (button.dataset.say === 'quickTrack' && button.closest('.panel')) find('number').focus();
    else conversation.say(language.say(button.dataset.say as TextKey));
  });

find('skip').addEventListener('click', (event) => {
  event.preventDefault();
  conversation.focus();
});

const ask = find<HTMLDialogElement>('ask');
find('start-over').addEventListener('click', () => {
  ask.returnValue = 'keep';
  ask.showModal();
});
ask.addEventListener('close', () => {
  if (ask.returnValue === 'over') conversation.startOver(loadSession()?.customer);
});

window.addEventListener('offline', () => {
  notice.show('offline');
  showState();
});
window.addEventListener('online', () => {
  notice.hide('offline');
  notice.show('backOnline', { isGood: true, seconds: 4 });
  showState();
});

if (stateWords) language.bind(stateWords, 'connecting');
if (demoCustomer !== undefined && demoCustomer !== loadSession()?.customer) conversation.startOver(demoCustomer);
else void conversation.open();
