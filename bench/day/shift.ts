import { setTimeout as pause } from 'node:timers/promises';
import { resolve } from './closing.js';
import { replyBox, tried, type Desk } from './desk.js';
import type { DayPlan, OfferAnswer, Step } from './plan.js';
import { agents, teamName } from './shop.js';

const pauseMs = 300;

/** An agent's work: answers offers, and takes each conversation of its own a step further, one thing at a time. */
export class Shift {
  /** How often each thing was done. */
  readonly done = new Map<Step | OfferAnswer | 'back', number>();
  private readonly courses = new Map<string, Step[]>();
  private turn: Promise<unknown> = Promise.resolve();
  private isOver = false;
  private working?: Promise<void>;
  private written = 0;
  private doing = '';

  constructor(
    readonly desk: Desk,
    private readonly plan: DayPlan,
    /** For pictures of what went wrong. */
    private readonly folder: string,
  ) {}

  start(): void {
    this.isOver = false;
    this.working = this.work();
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.working;
  }

  /** The agent lets all else wait for it. */
  instead<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async work(): Promise<void> {
    while (!this.isOver) {
      await this.instead(() => this.next().catch((error: Error) => this.stumble(error)));
      await pause(pauseMs);
    }
  }

  /** What could not be done is told of, and the work goes on. */
  private async stumble(error: Error): Promise<void> {
    this.desk.errors.push(`${this.doing}: ${error.message.split('\n')[0]}`);
    await this.desk.picture(`${this.folder}/stumbled-${this.desk.errors.length}.png`).catch(() => undefined);
    for (let n = 0; n < 3; n++) await this.desk.page.keyboard.press('Escape').catch(() => undefined);
  }

  private async next(): Promise<void> {
    const { desk } = this;
    const back = desk.page.getByRole('button', { name: 'I am back' });
    if (await back.isVisible()) {
      this.count('back');
      await tried(back.click({ timeout: pauseMs }));
    } else if (await desk.acceptButton.isVisible()) await this.answerOffer();
    else await this.serve();
  }

  private async answerOffer(): Promise<void> {
    const answer = this.plan.offerAnswers.draw();
    this.count(answer);
    if (answer === 'decline') await this.desk.decline();
    else if (answer === 'ignore') await tried(this.desk.acceptButton.waitFor({ state: 'detached', timeout: 60_000 }));
    else if (await this.desk.accept()) await tried(replyBox(this.desk.page).waitFor({ timeout: 5000 }));
  }

  /** One step of the conversation that was longest without one. */
  private async serve(): Promise<void> {
    await this.desk.show('Mine');
    const mine = await this.desk.rows('Mine');
    const waits = [...this.courses.keys()];
    const id = mine.find((each) => !this.courses.has(each)) ?? waits.find((each) => mine.includes(each));
    if (!id || !(await this.desk.open(id)) || !(await tried(replyBox(this.desk.page).waitFor({ timeout: 3000 }))))
      return;
    const [step = 'resolve', ...rest] = this.courses.get(id) ?? this.plan.courses.draw();
    this.courses.delete(id);
    if (rest.length > 0) this.courses.set(id, rest); // anew: its next turn is after all others
    await this.take(step, id);
    this.count(step);
  }

  private async take(step: Step, id: string): Promise<void> {
    this.doing = `${step} ${id}`;
    const { desk } = this;
    const colleague = agents.find(({ name }) => name !== desk.person.name)!.name;
    const mark = `${desk.person.name.split(' ')[0]}-${++this.written}`;
    switch (step) {
      case 'reply':
        return desk.reply(`I am looking into it for you. Is there anything else I should know? (${mark})`);
      case 'canned':
        return desk.replyByCanned(` (${mark})`);
      case 'note':
        return desk.note(colleague, `have you seen this before? (${mark})`);
      case 'label':
        return desk.label();
      case 'snooze':
        return desk.snooze(id, 'in 1 minute');
      case 'put-off':
        return desk.snooze(id, 'tomorrow 9:00');
      case 'hand-back':
        return desk.handBack(id);
      case 'to-colleague':
        return desk.transfer(id, colleague, `Please go on with this one. (${mark})`);
      case 'to-team':
        return desk.transfer(id, teamName, `One for the desk. (${mark})`);
      case 'resolve':
        return void (await resolve(desk, id));
      case 'resolve-undo':
        if (!(await resolve(desk, id))) return;
        await tried(
          desk.page
            .getByRole('button', { name: /^Undo/ })
            .first()
            .click({ timeout: pauseMs * 10 }),
        );
    }
  }

  private count(what: Step | OfferAnswer | 'back'): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }
}
