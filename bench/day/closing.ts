import type { Page } from 'playwright-core';
import { conversationOf, tried, type Desk } from './desk.js';

/** Questions that a closing may ask in a row. */
const mostQuestions = 6;
const briefly = 3000;

/**
 * Closes the conversation on the screen as its agent does: one click where the bot was sure, else a label for each request, the first of
 * the list. Whether a closing without a reply is meant is answered with yes.
 */
export async function resolve(desk: Desk, conversationId: string): Promise<boolean> {
  const { page } = desk;
  const button = conversationOf(page)
    .getByRole('button', { name: /^Resolve/ })
    .first();
  if (!(await tried(button.click({ timeout: briefly })))) return false;
  for (let n = 0; n < mostQuestions; n++) if (!(await answer(page))) break;
  return desk.gone(conversationId);
}

/** False: nothing is asked. */
async function answer(page: Page): Promise<boolean> {
  const panel = page.getByRole('dialog', { name: 'Resolve' });
  const unanswered = page.getByRole('button', { name: 'Resolve without a reply' });
  const nothing = panel.getByRole('button', { name: 'Resolve, learn nothing' });
  const first = panel.getByRole('listbox', { name: 'What it is about' }).getByRole('option').first();
  const any = unanswered.or(nothing).or(first).first();
  return (await tried(any.waitFor({ timeout: briefly / 2 }))) && tried(any.click({ timeout: briefly }));
}
