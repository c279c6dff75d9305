import type { QuickReply, SmallTalk } from '#contracts';
import { answer, automated } from '../answers.js';
import type { Context } from '../context.js';
import { noEvidence, type Outcome, type Settled } from '../outcome.js';
import { personButton } from '../questions/ask.js';
import { isManners, isTopic } from './intents.js';
import { askGenerally } from '../questions/clarify.js';
import { words } from '../words/index.js';
import { angerIn } from './anger.js';
import { faceIn, wordless, type Face } from './faces.js';
import { givesThanks, politeAct } from './polite.js';
import { saysNotHelped } from './not-helped.js';
import { asksIn, saysMore, tellsSomething } from './says-more.js';
import { isTooEarly } from './too-early.js';
import { tokens } from './tokens.js';
import type { PoliteAct } from './phrases/acts.js';

const talkOfFace: Partial<Record<Face, SmallTalk>> = {
  unhappy: 'unhappy',
  wave: 'greeting',
  thanks: 'thanks',
  pleased: 'acknowledgement',
};
const talkOfAct: Partial<Record<PoliteAct, SmallTalk>> = {
  identity: 'identity',
  noMore: 'goodbye',
  goodbye: 'goodbye',
  waiting: 'waiting',
  thanks: 'thanks',
  unhappy: 'unhappy',
  greeting: 'greeting',
  acknowledgement: 'acknowledgement',
};
/** These leave a question as open as it was: it comes again. */
const noWord: ReadonlySet<SmallTalk> = new Set(['greeting', 'acknowledgement', 'unhappy']);
/** A shop's own intents for what is said out of politeness. */
const politeIntents: Partial<Record<SmallTalk, string[]>> = {
  greeting: ['greeting'],
  thanks: ['closing', 'thanks'],
  goodbye: ['goodbye', 'closing'],
};
const talksOfPolite = ['greeting', 'goodbye', 'thanks'] as const satisfies SmallTalk[];

/** A message of manners only is returned in kind. What is asked in it, or beside it, is for the other rules. */
export function smallTalk(context: Context): Outcome | null {
  const { turn, open } = context;
  const face = wordless(turn.text);
  if (face === 'asks' && open?.kind !== 'ask_slot')
    return open ? say(context, words[context.language].choose, offered(context)) : openAsk(context);
  const talk = talkIn(context, face);
  if (talk === null) return null;
  if (open?.kind === 'ask_slot' && noWord.has(talk)) return null;
  // Who takes note of what was said once more has nothing left to ask.
  const isDone = open?.rule === 'said_before' && talk === 'acknowledgement';
  if (open?.kind === 'clarify' && noWord.has(talk) && !isDone)
    return say(context, words[context.language].choose, offered(context));
  return returned(context, talk);
}

function returned(context: Context, talk: SmallTalk): Settled {
  const said = approved(context, talk) ?? say(context, words[context.language].smallTalk[talk], buttons(context, talk));
  return { ...said, smallTalk: talk };
}

/** Where the bot would only repeat itself, thanks are enough, whatever else the message seems to be about: "it was in junk. Cheers". */
export function notedInstead(context: Context): Settled | null {
  const { turn, reading, open } = context;
  const { acknowledgement, several_requests } = reading.acts;
  const noted = contentIn(turn.text);
  const isNoted = noted === 'thanks' || acknowledgement >= surelyAcknowledged;
  if (noted === null || !isNoted || several_requests >= 0.5 || open?.kind === 'ask_slot') return null;
  return returned(context, noted);
}

function talkIn(context: Context, face: Face | null): SmallTalk | null {
  if (face !== null) return talkOfFace[face] ?? null;
  const { turn, open } = context;
  const act = politeAct(turn.text);
  // "No" after an answer: nothing more is wanted.
  if (act === 'no') return turn.lastBot !== null && open === null ? 'goodbye' : null;
  return (act && talkOfAct[act]) ?? talkRead(context) ?? acknowledged(context);
}

/** A greeting taken for one by mistake costs the customer a message. */
const surelyPolite = 0.8;

/** "Good evening, I trust this finds you well": no list has it, and the model knows it. After another message it means the same. */
function talkRead({ turn, reading, policy, open }: Context): SmallTalk | null {
  const { acts } = reading;
  const { intent, confidence, oosScore } = reading.alone ?? reading;
  const sure = confidence >= surelyPolite && oosScore <= policy.oosLimit && policy.threshold <= 1;
  const isTold = !givesThanks(turn.text) && tellsSomething(turn.text);
  const isMore = asksIn(turn.text) || isTold || acts.several_requests >= 0.5 || acts.too_general >= 0.5;
  if (!sure || isMore || open !== null || saysNotHelped(turn.text) || isTooEarly(intent, turn)) return null;
  return talksOfPolite.find((talk) => politeIntents[talk]!.includes(intent)) ?? null;
}

/** Of the model's probability that a message only takes note of what the bot has said. A request that is taken for one is not answered. */
export const surelyAcknowledged = 0.9;

/** What is read by itself as a topic, with so much confidence, seldom takes note of anything. */
const mostOwn = 0.75;

/** Of so many words, what leans on the answer may be thanks with a typing error; of more, it says what it is about: "oh, it's the wool one". */
const fewWords = 3;

/** "Found it in junk. Ta!", after an answer. What is surely about something by itself is about that. */
function acknowledged(context: Context): SmallTalk | null {
  const { turn, reading, policy } = context;
  const { acts, alone } = reading;
  const own = alone ?? reading;
  const isOne = acts.acknowledgement >= surelyAcknowledged && acts.several_requests < 0.5;
  if (!isOne || policy.threshold > 1 || !mayBeNoted(context)) return null;
  if (own.confidence >= mostOwn && isTopic(own.intent)) return null;
  if (acts.follow_up >= 0.5 && !givesThanks(turn.text) && tokens(turn.text).length > fewWords) return null;
  return contentIn(turn.text);
}

/** An answer has been given, or shown once more. Of a question which intent is meant, only what is manners by itself takes note: "fair enough". */
function mayBeNoted({ turn, reading: { alone, intent }, open }: Context): boolean {
  const last = turn.earlier.find(({ decision }) => decision?.kind !== 'small_talk')?.decision;
  if (open === null) return last?.kind === 'answer';
  return open.rule === 'said_before' || (open.kind === 'clarify' && isManners(alone?.intent ?? intent));
}

/** How a message that seems to be content is: null where its words tell more. */
function contentIn(text: string): 'thanks' | 'acknowledgement' | null {
  if (goesOn(text)) return null;
  if (givesThanks(text)) return 'thanks';
  return tellsSomething(text) ? null : 'acknowledgement';
}

/** There is more in it than contentment. */
function goesOn(text: string): boolean {
  return saysMore(text) || saysNotHelped(text) || angerIn(text, 0) !== null || faceIn(text) === 'unhappy';
}

function openAsk(context: Context): Settled | null {
  return context.policy.threshold > 1 ? null : askGenerally({ ...context, reading: { ...context.reading, topK: [] } });
}

/** The shop's own words, where the model is sure of them and they were not just said. */
function approved(context: Context, talk: SmallTalk): Settled | null {
  const { reading, policy, shop, turn, open } = context;
  if (open !== null || reading.confidence < policy.threshold) return null;
  const meant = politeIntents[talk]?.includes(reading.intent) && automated(context, shop.intents.get(reading.intent));
  if (!meant || meant.answer.action !== null) return null;
  const outcome = answer(context, meant, 'confident');
  const isNew = outcome.kind === 'answer' && outcome.replies.at(-1)?.text !== turn.lastBot?.text;
  return isNew ? outcome : null;
}

/** Shorter from the third one in a row on, and never the same twice. */
function say(context: Context, pair: readonly [string, string], quickReplies: QuickReply[]): Settled {
  const { turn, language } = context;
  const before = turn.earlier.findIndex(({ decision }) => decision?.kind !== 'small_talk');
  const inRow = before < 0 ? turn.earlier.length : before;
  const choices = inRow >= 2 ? words[language].brief : pair;
  const text = choices.find((each) => each !== turn.lastBot?.text)!;
  const reply = { text, ...(quickReplies.length > 0 && { quickReplies }) };
  return { kind: 'small_talk', rule: 'small_talk', evidence: noEvidence, replies: [reply] };
}

/** What was offered to choose from stays so, as only the last message's buttons work. */
function offered({ turn, open }: Context): QuickReply[] {
  return open === null ? [] : (turn.lastBot?.quickReplies ?? []);
}

function buttons(context: Context, talk: SmallTalk): QuickReply[] {
  const person = personButton(context);
  const others = offered(context).filter(({ text }) => text !== person.text);
  return talk === 'identity' || talk === 'unhappy' ? [...others, person] : others;
}
