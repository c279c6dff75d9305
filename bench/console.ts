/**
 * `npm run bench -- console [--json]`: an agent goes through 100,000 conversations in Chromium: to the end with the key held, by a thrown
 * wheel and by the scroll bar. Times of frames, beside those of a bare list with as many rows in the same browser. Fails where rows are
 * missing at the end, or where over 1 % more of the frames than of the bare list's took longer than 50 ms.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hash } from '@node-rs/argon2';
import { chromium, type Browser, type Page } from 'playwright-core';
import { percentile } from '#statistics';
import { openBareList } from './console/bare-list.js';
import { email, fillList } from './console/fill.js';
import { atRest, dragBar, holdEnd, throwUp, type Scrolled } from './console/scroll.js';
import { print, type Figure } from './platform/figures.js';
import { scratchApps } from './platform/scratch-apps.js';

const json = process.argv.includes('--json');
const conversations = Number(process.env['CONVERSATIONS'] ?? 100_000);
const [endSeconds, rounds, seconds] = [900, 4, 8];
const [longFrame, mostLong] = [50, 0.01];
const password = 'correct-horse';

/** Not compiled, and so not beside this. */
const setup = pathToFileURL(resolve('bin/setup/browser.mjs')).href;
const { findBrowser } = (await import(setup)) as typeof import('../bin/setup/browser.mjs');

async function openConsole(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/console/inbox/resolved`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('list', { name: 'Resolved' }).getByRole('link').first().waitFor();
  return page;
}

const long = ({ frames }: Pick<Scrolled, 'frames'>) => frames.filter((ms) => ms > longFrame).length;

/** In turn, so that other work on the machine disturbs both alike. */
async function inTurn(console: Page, bare: Page, act: (page: Page, seconds: number) => Promise<Scrolled>) {
  const frames = { console: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    frames.bare.push(...(await act(bare, seconds)).frames);
    frames.console.push(...(await act(console, seconds)).frames);
  }
  return frames;
}

function compared(what: string, { console, bare }: Awaited<ReturnType<typeof inTurn>>): Figure[] {
  const both = (part: string, of: (frames: number[]) => number, unit: string, aim?: string): Figure[] => [
    { what: `${what}: ${part}`, value: of(console), unit, aim },
    { what: `${what}: ${part}, bare list`, value: of(bare), unit },
  ];
  const p95 = (frames: number[]) => percentile(frames, 0.95);
  const over = (frames: number[]) => long({ frames });
  if (over(console) / console.length > over(bare) / bare.length + mostLong) process.exitCode = 1;
  return [
    { what: `${what}: frames`, value: console.length, unit: '' },
    ...both('frame, p95', p95, 'ms'),
    { what: `${what}: p95 against the bare list’s`, value: p95(console) / p95(bare), unit: '×' },
    ...both('longest frame', (frames) => Math.max(...frames), 'ms'),
    ...both(`frames over ${longFrame} ms`, over, '', 'none'),
  ];
}

const passwordHash = await hash(password);
const apps = await scratchApps(['gateway'], (client) => fillList(client, conversations, passwordHash));
try {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome is installed.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const [page, bare] = [await openConsole(browser, apps.gatewayUrl), await openBareList(browser, conversations)];
  const startedAt = performance.now();
  const ended = await holdEnd(page, conversations, endSeconds);
  const figures: Figure[] = [
    { what: 'rows at the end', value: ended.rows, unit: '', aim: String(conversations) },
    { what: 'to the end', value: (performance.now() - startedAt) / 1000, unit: 's' },
    { what: 'to the end: frames', value: ended.frames.length, unit: '' },
    { what: 'to the end: frame, p95', value: percentile(ended.frames, 0.95), unit: 'ms' },
    { what: 'to the end: longest frame', value: Math.max(...ended.frames), unit: 'ms' },
    { what: `to the end: frames over ${longFrame} ms`, value: long(ended), unit: '', aim: 'none' },
  ];
  figures.push(...compared('wheel', await inTurn(page, bare, throwUp)));
  figures.push(...compared('scroll bar', await inTurn(page, bare, dragBar)));
  figures.push(...compared('at rest', await inTurn(page, bare, atRest)));
  await browser.close();
  print('console', figures, json);
  if (ended.rows < conversations) process.exitCode = 1;
} finally {
  await apps.end();
}
