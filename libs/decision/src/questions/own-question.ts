import { saysUnknown } from '#actions';
import { answer, automated, type AnsweredIntent } from '../answers.js';
import type { Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { wordless } from '../manners/faces.js';
import { isTopic } from '../manners/intents.js';
import { politeAct } from '../manners/polite.js';
import { asksIn } from '../manners/says-more.js';
import type { Outcome } from '../outcome.js';
import { isBareValue } from '../requests/carries-request.js';
import { together } from '../requests/several.js';
import type { ShopIntent } from '../situation.js';
import { words } from '../words/index.js';
import { askOpenly } from './clarify.js';
import { isBareChoiceOf, optionsIn } from './option.js';
import { answersQuestion, asksFor, givesOrderNumber } from './slots.js';

/** The message gives what the bot has asked for: a value, or one of the intents to choose from. */
export function questionAnswered(context: Context): Outcome | null {
  const { open } = context;
  if (open?.kind === 'clarify') {
    const chosen = chosenIntents(context);
    if (chosen.length > 0) return settle(context, chosen, false);
    // "The second", of one: whatever a model makes of such words, they are about nothing that was offered.
    return isBareChoiceOf(context.turn.text) && context.policy.threshold <= 1 ? askOpenly(context) : null;
  }
  const asked = askedIntents(context);
  const given =
    asked.some(({ intent, answer }) => answersQuestion(context, intent, answer)) || correctsNumber(context, asked);
  if (!given || (isFreeText(context, asked) && saysAnother(context, asked)) || asksAnother(context, asked)) return null;
  return settle(context, asked.map(({ intent }) => intent), false); // prettier-ignore
}

/** "Sorry, 1037. Wrong glasses on", when the bot has asked for the e-mail: another number of what is looked up. */
function correctsNumber(context: Context, asked: AnsweredIntent[]): boolean {
  const { text } = context.turn;
  const [first] = text.split(/[.;!]\s/);
  const isNumber = /\p{N}/u.test(first!) && isBareValue(first!) && !asksIn(text);
  return isNumber && asked.some((meant) => givesOrderNumber(context, meant, true));
}

/** None of what was offered: then what is it about? */
export function noneOfThese(context: Context): Outcome | null {
  const act = politeAct(context.turn.text);
  const none = act === 'other' || (act === 'no' && context.open?.kind === 'clarify');
  if (none && context.policy.threshold <= 1) return askOpenly(context);
  return null;
}

/** A message without a word of its own leaves the question open: it comes once more, then people have it. */
export function notGiven(context: Context): Outcome | null {
  const { open, turn } = context;
  if (open?.kind !== 'ask_slot' || open.slot === null) return null;
  const unknown = saysUnknown(turn.text);
  const act = politeAct(turn.text);
  const silent = wordless(turn.text) === 'asks' || (act !== null && !['person', 'other', 'general'].includes(act));
  return unknown || silent ? askAgain(context, unknown) : null;
}

/** What was asked for was not given, nor anything else that the model is sure of. */
export function stillOpen(context: Context): Outcome | null {
  const { open } = context;
  const isOpen = open?.kind === 'ask_slot' && open.slot !== null && !asksAnother(context, askedIntents(context));
  return isOpen ? askAgain(context, false) : null;
}

function askAgain(context: Context, unknown: boolean): Outcome | null {
  const asked = askedIntents(context);
  return asked.length === 0 ? null : settle(context, asked.map(({ intent }) => intent), unknown); // prettier-ignore
}

/** The intents on whose behalf the bot has asked: one, or several requests that lack something. */
function askedIntents(context: Context): AnsweredIntent[] {
  const { open, shop } = context;
  if (open?.kind !== 'ask_slot') return [];
  const order = (open.requests ?? []).map(({ intent }) => intent);
  return [...shop.intents.values()]
    .filter((intent) => asksFor(open, intent))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .flatMap((intent) => automated(context, intent) ?? []);
}

/** Of what was offered, what is meant; where nothing is known of the offer, any intent by its title. */
function chosenIntents({ turn, shop, language }: Context): ShopIntent[] {
  const offered = turn.lastBot?.quickReplies.map(({ text }) => text) ?? [];
  const own = [words[language].somethingElse, words[language].askForPerson];
  const byTitle = (title: string) => [...shop.intents.values()].filter((intent) => intent.title === title).slice(0, 1);
  const titles = offered.filter((title) => !own.includes(title) && byTitle(title).length > 0);
  const all = [...shop.intents.values()].filter(({ title }) => sameWords(title, turn.text));
  const chosen = optionsIn(turn.text, titles).flatMap((i) => byTitle(titles[i]!));
  return chosen.length > 0 ? chosen : all.slice(0, 1);
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The customer is taken at their word: no confidence is asked for. */
function settle(context: Context, intents: ShopIntent[], unknown: boolean): Outcome {
  const outcomes = intents.map((intent) => {
    const meant = automated(context, intent);
    const outcome = meant
      ? answer(context, meant, 'question_answered', unknown)
      : handOver(context, 'not_automated', intent);
    return { from: 0, to: context.turn.text.length, intent: intent.name, confidence: 1, outcome };
  });
  return outcomes.length === 1 ? outcomes[0]!.outcome : together(context, outcomes);
}

/** A guess of the model from here on is what a question is about. */
const likelyMeant = 0.6;

/** "And when do I get my money for the trousers", when the bot has asked for the product: it is named, and something else is asked about it. */
function asksAnother({ reading, turn, policy }: Context, asked: AnsweredIntent[]): boolean {
  const isAnother = isTopic(reading.intent) && asked.every(({ intent }) => intent.name !== reading.intent);
  return isAnother && reading.confidence >= likelyMeant && reading.oosScore <= policy.oosLimit && asksIn(turn.text);
}

/** Any words at all fill a slot of free text: there the customer may as well have said something else. */
function isFreeText({ open }: Context, asked: AnsweredIntent[]): boolean {
  return asked.some(({ answer }) =>
    answer.action?.slots.some(({ name, kind }) => name === open?.slot && kind === 'text'),
  );
}

function saysAnother({ reading, policy, turn }: Context, asked: AnsweredIntent[]): boolean {
  if (wordless(turn.text) !== null || politeAct(turn.text) !== null) return true;
  const sure = reading.confidence >= policy.threshold || reading.intent === 'talk_to_human';
  const another = asked.every(({ intent }) => intent.name !== reading.intent);
  return sure && another && reading.oosScore <= policy.oosLimit;
}
