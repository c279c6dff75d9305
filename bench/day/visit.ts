import { setTimeout as pause } from 'node:timers/promises';
import type { Mailbox } from './mailbox.js';
import type { Story } from './plan.js';
import type { Screen, Visitor } from './visitor.js';

const lookEveryMs = 700;

export const addressOf = (story: Story) => `${story.name.toLowerCase().replace(' ', '.')}@mail.example`;
export const answerByMail = 'I read your mail: the blue jacket, size M, please.';

/** Plays a visitor's story: until the shop closes it is there, reads, and answers whoever writes. */
export async function visit(story: Story, visitor: Visitor, mailbox: Mailbox, isOver: () => boolean): Promise<void> {
  if (story.kind === 'mail') return leaveAddress(story, visitor, mailbox);
  if (story.kind === 'person') await visitor.askForPerson();
  const toSay = [...story.says];
  const toAnswer = [...story.answers];
  let [heard, rated, isBack] = [0, story.score === null, story.afterwards === null];
  await visitor.say(toSay.shift()!);
  for (; !isOver(); await pause(lookEveryMs)) {
    const screen = await visitor.screen();
    const replies = screen.lines.filter(({ sender }) => sender === 'agent').length;
    if (toSay.length > 0 && isAnswered(screen) && replies === 0) await visitor.say(toSay.shift()!);
    else if (replies > heard) {
      heard = replies;
      const answer = toAnswer.shift();
      if (answer) await visitor.say(answer);
    } else if (screen.asksRating && !rated) {
      rated = true;
      await visitor.rate(story.score!);
    } else if (screen.closed && !isBack && replies > 0) {
      isBack = true;
      await visitor.say(story.afterwards!);
    }
  }
}

const isAnswered = ({ lines }: Screen) => lines.at(-1)?.sender === 'bot';

/** Nobody is there: asks for a person, says where to answer, and goes. */
async function leaveAddress(story: Story, visitor: Visitor, mailbox: Mailbox): Promise<void> {
  await visitor.askForPerson();
  for (const text of story.says) await visitor.say(text);
  while (!(await visitor.screen()).asksEmail) await pause(lookEveryMs);
  mailbox.answerFrom(addressOf(story), answerByMail);
  await visitor.leaveEmail(addressOf(story));
  await visitor.leave();
}
