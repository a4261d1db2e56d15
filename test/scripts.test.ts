import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange, Script } from '../dialogs/script.ts';
import { type Chat, type Heard, type ScriptChannel, startScriptChannel } from './scriptChannel.ts';

/** Every flow's scripts, in one file or a folder of them, and those of what people do in any flow: found by their place. */
const files = readdirSync('dialogs', { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^/]+\/scripts(\/[^/]+)?\.ts$|^patterns\/[^/]+\.ts$/.test(file))
  .sort();
const found = await Promise.all(
  files.map(async (file) => {
    const { scripts } = (await import(/* @vite-ignore */ `../dialogs/${file}`)) as { scripts?: readonly Script[] };
    return [file.replace(/\.ts$/, ''), scripts ?? []] as const;
  }),
);
/** A folder's index may gather what its files export by other names. */
const groups = found.filter(([, scripts]) => scripts.length > 0);

let channel: ScriptChannel;
beforeAll(async () => {
  channel = await startScriptChannel();
});
afterAll(() => channel.stop());

describe.each(groups)('%s', (_group, scripts) => {
  it.each(scripts.map((script) => [`${script.name} [${script.locale}]`, script] as const))('%s', async (_name, script) => {
    const chat = await channel.open(script);
    let before: Heard = { words: '', buttons: [] };
    for (const exchange of script.exchanges) {
      before = await act(chat, exchange, before);
      check(exchange, before.words);
    }
  });
});

function act(chat: Chat, exchange: Exchange, before: Heard): Promise<Heard> {
  if ('say' in exchange) return chat.say(exchange.say);
  if ('track' in exchange) return chat.track(exchange.track);
  if ('switchTo' in exchange) return chat.switchTo(exchange.switchTo);
  if ('silentMinutes' in exchange) return chat.stayAwayFor(exchange.silentMinutes);
  const pressed = before.buttons.find(({ title }) => title === exchange.press);
  expect(pressed, `there is no button "${exchange.press}" among ${before.buttons.map(({ title }) => title).join(', ')}`).toBeDefined();
  return chat.say(pressed?.value ?? '');
}

function check(exchange: Exchange, heard: string): void {
  const { hears, neverHears = [], ...deed } = exchange;
  const context = `after ${JSON.stringify(deed).slice(0, 100)} the bot said:\n${heard}`;
  const isIn = (wanted: string | RegExp): boolean => (typeof wanted === 'string' ? heard.includes(wanted) : wanted.test(heard));
  for (const wanted of hears) expect(isIn(wanted), `${wanted} is missing ${context}`).toBe(true);
  for (const banned of neverHears) expect(isIn(banned), `${banned} is in it, ${context}`).toBe(false);
  expect(heard, context).not.toMatch(/\{\w+\}|undefined|NaN/);
}
