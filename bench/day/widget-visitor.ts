import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Line, Screen, Visitor } from './visitor.js';

/** The lines as they are drawn; those of a run have their sender's badge at its first. The greeting has none. */
const readScreen = `(() => {
  const root = document.querySelector('baton-chat').shadowRoot;
  let sender = null;
  const lines = [...root.querySelectorAll('.line')].flatMap((line) => {
    const own = line.classList.contains('own');
    const badge = line.querySelector('.badge');
    if (own) sender = 'contact';
    else if (badge) sender = badge.classList.contains('agent') ? 'agent' : 'bot';
    const bubble = line.querySelector('.bubble:not(.typing)');
    const sending = own && /^(Sending|Not sent)/.test(line.querySelector('.meta')?.textContent.trim() ?? '');
    return sender && bubble ? [{ sender, text: bubble.textContent, sending }] : [];
  });
  const last = [...root.querySelectorAll('.lines > *')].findLast((row) => !row.matches('.card, .quick'));
  return {
    lines,
    asksEmail: root.querySelector('#email') !== null,
    asksRating: root.querySelector('.faces') !== null,
    closed: /conversation is closed/.test(last?.textContent ?? ''),
  };
})()`;

const readToken = `JSON.parse(localStorage[Object.keys(localStorage).find((key) => key.endsWith('session'))]).token`;

/** In the shop's page in Chromium. */
export class WidgetVisitor implements Visitor {
  readonly said: string[] = [];
  emailAskedAgain = 0;
  private emailLeft = false;

  private constructor(
    readonly name: string,
    private readonly shopUrl: string,
    private readonly context: BrowserContext,
    private page: Page,
  ) {}

  static async arrive(name: string, browser: Browser, shopUrl: string): Promise<WidgetVisitor> {
    const context = await browser.newContext({ viewport: { width: 1024, height: 760 }, locale: 'en-GB' });
    const visitor = new WidgetVisitor(name, shopUrl, context, await context.newPage());
    await visitor.openChat();
    return visitor;
  }

  token(): Promise<string> {
    return this.page.evaluate<string>(readToken);
  }

  async screen(): Promise<Screen> {
    const screen = await this.page.evaluate<Screen>(readScreen);
    if (this.emailLeft && screen.asksEmail) this.emailAskedAgain++;
    return screen;
  }

  async say(text: string): Promise<void> {
    this.said.push(text);
    const box = this.chat.getByRole('textbox', { name: 'Write a message…' });
    await box.fill(text);
    await box.press('Enter');
    await this.until(({ lines }) => lines.some((line) => isSent(line, text)));
  }

  async askForPerson(): Promise<void> {
    await this.chat.getByRole('button', { name: 'Talk to a person' }).click();
  }

  async leaveEmail(address: string): Promise<void> {
    await this.chat.getByLabel('May we answer you by e-mail, too?').fill(address);
    await this.chat.getByLabel(/Yes, send the answer/).check();
    await this.chat.getByRole('button', { name: 'Save' }).click();
    await this.until(({ asksEmail }) => !asksEmail);
    this.emailLeft = true;
  }

  async rate(score: number): Promise<void> {
    await this.chat
      .locator('.faces button')
      .nth(score - 1)
      .click();
    await this.until(({ asksRating }) => !asksRating);
  }

  leave(): Promise<void> {
    return this.page.close();
  }

  async comeBack(): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    await this.openChat();
  }

  picture(path: string): Promise<Buffer> {
    return this.page.screenshot({ path });
  }

  private get chat(): Locator {
    return this.page.locator('baton-chat');
  }

  private async openChat(): Promise<void> {
    await this.page.goto(this.shopUrl);
    await this.chat.getByRole('button').first().click();
    await this.chat.getByRole('textbox', { name: 'Write a message…' }).waitFor();
    await this.chat.getByRole('log').waitFor();
  }

  /** However long a gateway is away. */
  private async until(holds: (screen: Screen) => boolean): Promise<void> {
    while (!holds(await this.screen())) await this.page.waitForTimeout(200);
  }
}

const isSent = (line: Line, text: string) => line.sender === 'contact' && line.text === text && !line.sending;
