import { escapeHtml } from '../../core/html.ts';
import type { Locale } from '../../core/types.ts';
import type { PageFiles } from '../pageFiles.ts';
import { icons, mark } from './icons.ts';
import { QUICK, type TextKey, texts } from './texts.ts';

/** How a language is called on the switch, in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, { readonly short: string; readonly full: string; readonly tag: string }>> = {
  'zh-Hans': { short: '简', full: '简体中文', tag: 'zh-Hans' },
  'zh-Hant': { short: '繁', full: '繁體中文', tag: 'zh-Hant' },
  en: { short: 'EN', full: 'English', tag: 'en' },
};

const SERVICES: readonly (readonly [TextKey & keyof typeof icons, TextKey])[] = [
  ['quickTrack', 'serviceTrack'],
  ['quickReturn', 'serviceReturn'],
  ['quickComplaint', 'serviceComplaint'],
  ['quickPerson', 'servicePerson'],
];

/**
 * The chat page in one language, written at build time. What only the running server knows stays a `{{place}}`: company,
 * example, mode, config. Elements with `data-text` (content), `data-label` (aria-label and title) or `data-placeholder` name
 * their sentence, so that the page's script can change the language without a reload.
 */
export function renderChat(locale: Locale, files: PageFiles): string {
  const say = (key: TextKey): string => escapeHtml(texts[key][locale]).replace(/\{(\w+)\}/g, '{{$1}}');
  const text = (key: TextKey, tag = 'span', attributes = ''): string => `<${tag} data-text="${key}"${attributes}>${say(key)}</${tag}>`;
  const label = (key: TextKey): string => `data-label="${key}" aria-label="${say(key)}" title="${say(key)}"`;
  const languages = Object.entries(LANGUAGE_NAMES).map(
    ([id, { short, full, tag }]) =>
      `<button type="button" data-locale="${id}" lang="${tag}" aria-label="${full}" title="${full}" aria-pressed="${id === locale}">${short}</button>`,
  );
  const services = SERVICES.map(
    ([title, line]) =>
      `<li><button type="button" class="service" data-say="${title}"><i>${icons[title]}</i><span>${text(title, 'b')}${text(line, 'small')}</span></button></li>`,
  );
  return `<!doctype html>
<html lang="${LANGUAGE_NAMES[locale].tag}" data-locale="${locale}" data-mode="{{mode}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b5149" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#12211e" media="(prefers-color-scheme: dark)">
<title>${say('documentTitle')}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(mark.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '))}">
${files.styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
<script type="module" src="${files.script}" data-client="${files.later.webchat}"></script>
<link rel="modulepreload" href="${files.later.webchat}" fetchpriority="low">
</head>
<body>
<a class="skip" id="skip" href="#chat">${text('skipToChat')}</a>
<div class="page">
<aside class="panel" ${`data-label="servicesTitle" aria-label="${say('servicesTitle')}"`}>
<p class="brand">${mark}<span data-company>{{company}}</span></p>
<h2 class="headline" data-text="headline">${say('headline')}</h2>
${text('lead', 'p', ' class="lead"')}
<form class="track" id="track" novalidate>
${text('trackLabel', 'label', ' for="number"')}
<div class="field"><input id="number" name="number" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" aria-describedby="number-hint"><button type="submit">${text('trackButton')}</button></div>
${text('trackHint', 'p', ' id="number-hint" class="hint"')}
</form>
${text('servicesTitle', 'h3')}
<ul class="services">${services.join('')}</ul>
<p class="hotline" id="hotline" hidden>${icons.phone}${text('hotline')} <a></a></p>
<div class="demo" id="demo" hidden></div>
</aside>
<main class="chat" id="chat" tabindex="-1" data-label="assistant" aria-label="${say('assistant')}">
<header class="bar">
${mark}
<div class="who"><h1 class="name" data-company>{{company}}</h1><p class="state" id="state"><i></i>${text('assistant')}</p></div>
<div class="languages" role="group" ${label('language')}>${languages.join('')}</div>
<button type="button" class="tool" id="start-over" ${label('startOver')}>${icons.startOver}</button>
<button type="button" class="tool" id="close" ${label('close')} hidden>${icons.close}</button>
</header>
<p class="notice" id="notice" role="status" hidden></p>
<div class="stage">
<div class="client" id="client"></div>
<div class="opening" id="opening">
<div class="opening-log" id="opening-log"><div class="line">${mark}${text('greeting', 'p', ' class="bubble"')}</div></div>
<div class="quick">${QUICK.map((key) => `<button type="button" data-say="${key}">${text(key)}</button>`).join('')}</div>
<form class="composer" id="composer"><input name="message" autocomplete="off" maxlength="2000" enterkeyhint="send" data-placeholder="messagePlaceholder" placeholder="${say('messagePlaceholder')}" data-label="messageLabel" aria-label="${say('messageLabel')}"><button type="submit" ${label('send')}>${icons.send}</button></form>
</div>
<noscript><p class="notice">${say('noScript')}</p></noscript>
</div>
</main>
</div>
<dialog id="ask" aria-labelledby="ask-title"><form method="dialog">
${text('startOverTitle', 'h2', ' id="ask-title"')}
${text('startOverAsk', 'p')}
<div class="choices"><button value="keep">${text('keep')}</button><button value="over" class="strong">${text('startOver')}</button></div>
</form></dialog>
<script type="application/json" id="config">{{config}}</script>
</body>
</html>
`;
}
