import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { waitFor } from './wait-for.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.1 AA on the screen, a line each. `except`: rules of axe that do not hold there. */
export async function accessibilityFaults(page: Page, except: string[] = []): Promise<string[]> {
  // Colours on their way to another theme have less contrast.
  const moving = 'document.getAnimations().some((each) => each instanceof CSSTransition)';
  await waitFor(async () => !(await page.evaluate<boolean>(moving)));
  // What lies behind an open menu or dialog is dimmed, and out of reach.
  const overlay = '[role="dialog"], [role="menu"]';
  const context = `document.querySelector('${overlay}') ?? document`;
  const options = {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  };
  interface Found {
    violations: { id: string; nodes: { html: string }[] }[];
  }
  const found = await page.evaluate<Found>(`${axe}; axe.run(${context}, ${JSON.stringify(options)})`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 300)}`);
}
