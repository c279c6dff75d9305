import type { Browser, Locator, Page } from 'playwright-core';
import { demoPassword } from '../../prisma/seed.js';
import { canned, labelName } from './shop.js';

export interface Person {
  name: string;
  email: string;
}

/** What a person tries once: it may be gone by then, ms. */
const briefly = 3000;
/** A busy machine draws slowly, ms. */
const patiently = 90_000;

export const conversationOf = (page: Page) => page.getByRole('region', { name: /^Conversation with/ });
export const replyBox = (page: Page) => page.getByLabel('Reply', { exact: true });

/** A person at the console in a browser of their own: what is clicked and typed. */
export class Desk {
  /** Texts of replies and notes that were sent. */
  readonly said: string[] = [];
  /** What the browser's console shows as errors. */
  readonly errors: string[] = [];
  page!: Page;

  constructor(
    readonly person: Person,
    private readonly browser: Browser,
    private readonly consoleUrl: string,
  ) {}

  async signIn(): Promise<void> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    this.page = await context.newPage();
    this.page.setDefaultTimeout(patiently);
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    await this.page.goto(this.consoleUrl);
    await this.page.getByLabel('E-mail').fill(this.person.email);
    await this.page.getByLabel('Password').fill(demoPassword);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('link', { name: /^Waiting/ }).waitFor();
  }

  /** As when the laptop is closed: everything goes at once. */
  closeLaptop(): Promise<void> {
    return this.page.context().close();
  }

  async show(view: 'Waiting' | 'Mine' | 'All' | 'Resolved' | 'Wallboard' | 'Reports'): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Main' });
    await navigation.getByRole('link', { name: new RegExp(`^${view}`) }).click();
  }

  /** Ids of the rows of a list that is shown, from its top. */
  async rows(view: 'Waiting' | 'Mine' | 'All'): Promise<string[]> {
    const links = this.page.getByRole('list', { name: view }).getByRole('link');
    const ids = await Promise.all((await links.all()).map((link) => link.getAttribute('data-conversation')));
    return ids.flatMap((id) => id ?? []);
  }

  async open(conversationId: string): Promise<boolean> {
    const row = this.row(conversationId);
    if (!(await tried(row.click({ timeout: 3 * briefly })))) return false;
    return tried(
      this.page
        .locator(`[data-conversation="${conversationId}"][aria-current]`)
        .waitFor({ timeout: patiently })
        .then(() => conversationOf(this.page).getByRole('log').waitFor()),
    );
  }

  row(conversationId: string): Locator {
    return this.page.locator(`[data-conversation="${conversationId}"]`);
  }

  /** Of an offer, wherever it is shown. */
  get acceptButton(): Locator {
    return this.page.getByRole('button', { name: /^Accept/ }).first();
  }

  get declineButton(): Locator {
    return this.page.getByRole('button', { name: 'Decline' }).first();
  }

  async accept(): Promise<boolean> {
    return tried(this.acceptButton.click({ timeout: briefly }));
  }

  async decline(): Promise<boolean> {
    return tried(this.declineButton.click({ timeout: briefly }));
  }

  async reply(text: string): Promise<void> {
    await this.page.getByRole('group', { name: 'What to write' }).getByRole('button', { name: 'Reply' }).click();
    await replyBox(this.page).fill(text);
    await this.send(replyBox(this.page), text);
  }

  /** By `/` and the menu. */
  async replyByCanned(ending: string): Promise<void> {
    const box = replyBox(this.page);
    await box.click();
    await box.pressSequentially(`/${canned.shortcut}`);
    await this.page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option').first().waitFor();
    await box.press('Enter');
    await box.pressSequentially(ending);
    await this.send(box, `${canned.text}${ending}`);
  }

  /** Names a colleague by `@` and the menu. */
  async note(colleague: string, text: string): Promise<void> {
    await this.page.getByRole('group', { name: 'What to write' }).getByRole('button', { name: 'Private note' }).click();
    const box = this.page.getByLabel('Private note', { exact: true });
    await box.pressSequentially(`@${colleague.slice(0, 3)}`);
    await this.page.getByRole('option', { name: colleague }).click();
    await box.pressSequentially(text);
    await this.send(box, `@${colleague} ${text}`);
  }

  async label(): Promise<void> {
    await conversationOf(this.page).getByRole('button', { name: 'Labels' }).click();
    await this.page.getByRole('menuitemcheckbox', { name: labelName }).click();
    await this.page.keyboard.press('Escape');
    await conversationOf(this.page).getByText(labelName).waitFor();
  }

  async snooze(conversationId: string, until: string): Promise<void> {
    await conversationOf(this.page).getByRole('button', { name: 'Snooze' }).click();
    await this.page.getByLabel('Until when?').fill(until);
    await this.page.getByLabel('Until when?').press('Enter');
    await this.gone(conversationId);
  }

  /** To whoever else is there, where `to` is not. */
  async transfer(conversationId: string, to: string, note: string): Promise<void> {
    await conversationOf(this.page).getByRole('button', { name: 'Transfer' }).click();
    const sheet = this.page.getByRole('dialog', { name: 'Transfer' });
    await sheet.getByRole('combobox').click();
    const there = this.page.getByRole('option', { name: to }).first();
    if (!(await tried(there.click({ timeout: briefly })))) await this.page.getByRole('option').first().click();
    await sheet.getByLabel('Note').fill(note);
    this.said.push(note);
    await sheet.getByRole('button', { name: 'Transfer' }).click();
    await this.gone(conversationId);
  }

  async handBack(conversationId: string): Promise<void> {
    await conversationOf(this.page).getByRole('button', { name: 'Hand back' }).click();
    const anyway = this.page.getByRole('button', { name: 'Hand back anyway' });
    await tried(anyway.click({ timeout: briefly / 2 }));
    await this.gone(conversationId);
  }

  async takeOver(): Promise<boolean> {
    const button = conversationOf(this.page).getByRole('button', { name: 'Take over', exact: true });
    if (!(await tried(button.click({ timeout: briefly })))) return false;
    const sure = this.page.getByRole('alertdialog').getByRole('button', { name: 'Take over' });
    await tried(sure.click({ timeout: briefly / 2 }));
    return tried(replyBox(this.page).waitFor({ timeout: patiently }));
  }

  /** It left the list, by what was done or by what a colleague or the customer did meanwhile. */
  gone(conversationId: string): Promise<boolean> {
    return tried(this.row(conversationId).waitFor({ state: 'detached', timeout: patiently }));
  }

  picture(path: string): Promise<Buffer> {
    return this.page.screenshot({ path });
  }

  private async send(box: Locator, text: string): Promise<void> {
    this.said.push(text);
    await box.press('Enter');
    await box.press('Escape'); // out of the box: keys are shortcuts again
  }
}

/** False: it was not there in time, as happens where others act at the same time. */
export async function tried(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    (error: Error) => {
      if (error.name !== 'TimeoutError') throw error;
      return false;
    },
  );
}
