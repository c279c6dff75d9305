/**
 * `npm run bench -- day [--seed N] [--visitors N] [--seconds N] [--json]`: a whole day at the shop, played in Chromium by a seed: three
 * agents and a supervisor at the console, visitors in the widget and by its protocol; offers, declines, two accepting at once, a closed laptop,
 * transfers, snoozes, mail, a killed gateway. Fails where anything was lost, doubled or asked twice, or a report counts otherwise than raw
 * messages. Pictures of the day are in test-results/day.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { playDay, type DayResult } from './day/play.js';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    visitors: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '240' },
    json: { type: 'boolean', default: false },
  },
});
const visitors = Number(options.visitors);

/** Not compiled, and so not beside this. */
const setup = pathToFileURL(resolve('bin/setup/browser.mjs')).href;
const { findBrowser } = (await import(setup)) as typeof import('../bin/setup/browser.mjs');

function print({ findings, done, scenes, ...counts }: DayResult): void {
  if (options.json) return console.log(JSON.stringify({ bench: 'day', ...counts, done, scenes, findings }));
  const rows: [string, string | number][] = [
    ...Object.entries(counts),
    ...Object.entries(done).sort(),
    ...Object.entries(scenes),
    ...Object.entries(findings).map(([promise, broken]): [string, number] => [promise, broken.length]),
  ];
  for (const [what, value] of rows) console.log(`${what.padEnd(36)}${value}`);
  for (const [promise, broken] of Object.entries(findings))
    for (const each of broken) console.log(`${promise}: ${each}`);
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium or Chrome is installed.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  const result = await playDay(
    {
      ...{ seed: Number(options.seed), visitors, widgets: Math.max(2, Math.round(visitors / 15)) },
      ...{
        seconds: Number(options.seconds),
        folder: 'test-results/day',
        say: (line) => options.json || console.log(line),
      },
    },
    browser,
  );
  print(result);
  if (Object.values(result.findings).some((broken) => broken.length > 0)) process.exitCode = 1;
} finally {
  await browser.close();
}
