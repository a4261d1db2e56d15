import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../web/pages.ts';

const DIR = 'dist/web';
if (!existsSync(join(DIR, 'pages.json'))) throw new Error('The pages are missing: run "npm run build" first.');

/** Bytes over the wire, of the files of a name. */
function sizeOf(name: RegExp): number {
  const files = readdirSync(join(DIR, 'assets')).filter((file) => name.test(file));
  expect(files).not.toEqual([]);
  return files.reduce((sum, file) => sum + statSync(join(DIR, 'assets', file)).size, 0);
}

describe('the built pages', () => {
  // 1.6 Mbit/s is 180 kB/s: the first paint is to come within a second, Web Chat within two more.
  it('are small enough for a phone on a poor line', () => {
    expect(sizeOf(/^chat-.*\.(js|css)\.gz$/)).toBeLessThan(25_000);
    expect(sizeOf(/^webchat-.*\.js\.gz$/)).toBeLessThan(250_000);
    expect(sizeOf(/^drawCard-.*\.js\.gz$/)).toBeLessThan(50_000);
  });

  it('are those of the table', () => {
    const told = JSON.parse(readFileSync(join(DIR, 'pages.json'), 'utf8')) as { name: string; paths: string[] }[];
    expect(told.map(({ name, paths }) => ({ name, paths }))).toEqual(PAGES.map(({ name, paths }) => ({ name, paths })));
  });

  it('name what they were made of, outside of web/ too, for the next build to look at', () => {
    const inputs = JSON.parse(readFileSync(join(DIR, 'inputs.json'), 'utf8')) as string[];
    for (const file of ['core/types.ts', 'web/chat/main.ts', 'web/widget/widget.ts', 'web/build/pages.ts', 'web/vite.config.ts'])
      expect(inputs).toContain(file);
    expect(inputs.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('carry the notices of what is in them', () => {
    const notices = readFileSync(join(DIR, 'assets/licences.txt'), 'utf8');
    for (const name of ['adaptivecards', 'botframework-directlinejs', 'botframework-webchat-component', 'react-dom-16', 'rxjs'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).not.toContain('No licence is named');
  });

  // A word of a language that is not ours, of the speech engine and of Markdown: they would come back by themselves with a new release.
  it('leave out what the chat never shows', () => {
    const script = readdirSync(join(DIR, 'assets')).find((file) => /^webchat-.*\.js$/.test(file)) ?? '';
    const source = readFileSync(join(DIR, 'assets', script), 'utf8');
    expect(source).toContain('重试');
    expect(source).not.toMatch(/Réessayer|SpeechRecognition\b.*webkitSpeechRecognition|CounterClockwiseContourIntegral/);
  });
});
