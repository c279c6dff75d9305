import type { ActionSlot } from '#contracts';
import { topicsOf } from '#topics';
import { answer, automated, type AnsweredIntent } from './answers.js';
import { contextOf, forRequest, languageIn, languageOf, type Context } from './context.js';
import { evidenceOfWords, withEvidence } from './evidence.js';
import { handOver } from './handover/hand-over.js';
import { sensitive } from './handover/sensitive.js';
import { withoutLoops } from './loops.js';
import { angerIn } from './manners/anger.js';
import { isTopic } from './manners/intents.js';
import { asksForPerson } from './manners/polite.js';
import { smallTalk } from './manners/small-talk.js';
import { escalate, type Outcome, type Settled } from './outcome.js';
import { askGenerally, askWhich, closeIntents, somethingElse } from './questions/clarify.js';
import { asksOneThing, isTooGeneral, somethingElseFrom } from './questions/general.js';
import { personButton } from './questions/ask.js';
import { givesOrderNumber, slotsGivenNow } from './questions/slots.js';
import { noneOfThese, notGiven, questionAnswered, stillOpen } from './questions/own-question.js';
import { carriesRequest, isBareChoice, isBareValue, requestBefore } from './requests/carries-request.js';
import { deniesDoing } from './requests/denied.js';
import { together } from './requests/several.js';
import type { Knowledge, ShopIntent, Turn } from './situation.js';
import { isLikely } from './threshold.js';
import { primary, words } from './words/index.js';

/** The intents by which customers ask for a person. */
const humanIntents: ReadonlySet<string> = new Set(['talk_to_human']);

type Rule = (context: Context) => Outcome | null;

/** The first that has something to say says it. */
const rules: Rule[] = [
  filesAlone,
  sensitiveTopic,
  questionAnswered,
  smallTalk,
  noneOfThese,
  notGiven,
  personAskedFor,
  upset,
  otherLanguage,
  severalRequests,
  numberAlone,
  choiceAlone,
  vague,
  confident,
  slotGiven,
  likely,
  stillOpen,
  oneOfSeveral,
  tooGeneral,
];

/** Of one request among several: nothing is asked back. An unsure one is for people. */
const rulesOfOne: Rule[] = [otherLanguage, confident, likely];

/**
 * The one place where it is decided what happens with a visitor's message: answer, ask back, ask for what an answer needs, return small
 * talk, call the shop first, or hand over. `null`: no model has read it in time. After an `act` outcome the same turn is decided again, with
 * the call's result among what is known.
 */
export function decide(turn: Turn, known: null): Settled;
export function decide(turn: Turn, known: Knowledge | null): Outcome;
export function decide(turn: Turn, known: Knowledge | null): Outcome {
  if (!known) return byWords(turn);
  const context = contextOf(turn, known);
  const outcome = withoutLoops(context, firstOf(rules, context));
  return outcome.kind === 'act' ? outcome : withEvidence(context, outcome);
}

/** Without a model people have it; danger is heard all the same. */
function byWords(turn: Turn): Settled {
  const settings = { disabled: [], own: [], helpLine: '' };
  const topics = topicsOf(turn.text, {}, settings);
  const settled =
    topics.length === 0 ? escalate('model_silent') : sensitive(topics, languageOf(turn, null), '', settings);
  return { ...settled, evidence: evidenceOfWords(languageIn(turn.text, turn), topics) };
}

function firstOf(list: Rule[], context: Context): Outcome {
  for (const rule of list) {
    const outcome = rule(context);
    if (outcome) return outcome;
  }
  return handOver(context, isOutOfScope(context) ? 'out_of_scope' : 'not_confident');
}

/** The bot cannot see what is on a picture: it asks once what it is about, and then people look. */
function filesAlone(context: Context): Outcome | null {
  const { turn } = context;
  if (turn.text !== '') return null;
  return requestBefore(turn) === null ? askGenerally(context) : handOver(context, 'not_confident');
}

/** Even where the bot has asked something. */
function sensitiveTopic({ topics, shop, language }: Context): Outcome | null {
  return topics.length === 0 ? null : sensitive(topics, language, shop.country, shop.topics);
}

/**
 * Heeded however unsure the model is of it, as long as it is the best guess and not out of scope: a needless hand-over costs less than a
 * customer who is held back. Who has said nothing else is asked once what it is about.
 */
function personAskedFor(context: Context): Outcome | null {
  const { turn, reading, language } = context;
  const read = humanIntents.has(reading.intent) && !isOutOfScope(context);
  if (!read && !asksForPerson(turn.text)) return null;
  const said = requestBefore(turn) !== null || carriesRequest(turn.text, { rule: 'person_asked_for' });
  return escalate('person_asked_for', said ? [] : [{ text: words[language].personComing }]);
}

/** Mild anger is met best by an answer, or by a question that leads to one. */
function upset(context: Context): Outcome | null {
  const { turn, reading, policy, shop } = context;
  const anger = angerIn(turn.text, reading.acts.upset);
  if (anger === null) return null;
  const sure = reading.confidence >= policy.threshold && automated(context, shop.intents.get(reading.intent));
  const canAsk = !isOutOfScope(context) && closeIntents(context) !== null;
  return anger === 'mild' && (sure || canAsk || reading.requests.length > 1) ? null : handOver(context, 'upset');
}

/** By the shop's setting, a language without an approved answer is for people. */
function otherLanguage(context: Context): Outcome | null {
  const { written, shop, reading } = context;
  if (written === null || shop.otherLanguages === 'answer' || reading.requests.length > 1) return null;
  const intent = shop.intents.get(reading.intent);
  const answered = intent?.automate && [...intent.answers.keys()].some((locale) => primary(locale) === written);
  return written === primary(shop.locale) || answered ? null : handOver(context, 'other_language', intent);
}

function severalRequests(context: Context): Outcome | null {
  const { requests } = context.reading;
  if (requests.length < 2) return null;
  const settled = requests.map((request) => {
    const { from, to, intent, confidence } = request;
    return { from, to, intent, confidence, outcome: firstOf(rulesOfOne, forRequest(context, request)) };
  });
  return settled.every(({ outcome }) => isUnsure(outcome)) ? whichOfThem(context) : together(context, settled);
}

/** None of them is sure: the message is about one of them at least, or about what the whole of it is read as. */
function whichOfThem(context: Context): Outcome | null {
  const { reading, shop, policy } = context;
  if (reading.confidence >= policy.threshold) return null;
  const likely = reading.requests.filter((request) => isLikely(request, policy) && isTopic(request.intent));
  const intents = likely.flatMap(({ intent }) => shop.intents.get(intent) ?? []);
  return intents.some((intent) => automated(context, intent)) ? askWhich(context, intents) : null;
}

function isUnsure(outcome: Outcome): boolean {
  return outcome.kind === 'escalate' && (outcome.rule === 'not_confident' || outcome.rule === 'out_of_scope');
}

/** "1042", or "sorry, 1043": what the customer has just asked about such a number, else the one thing that needs one, or which of them. */
function numberAlone(context: Context): Outcome | null {
  const { shop, turn } = context;
  if (context.open !== null || !isBareValue(turn.text)) return null;
  const needing = [...shop.intents.values()].flatMap((intent) => automated(context, intent) ?? []).filter((meant) => givesOrderNumber(context, meant, true)); // prettier-ignore
  const last = turn.earlier[0]?.decision?.intentId;
  const meant = needing.find(({ intent }) => intent.id === last) ?? (needing.length === 1 ? needing[0] : undefined);
  if (meant) return answer(context, meant, 'question_answered');
  return needing.length > 1 && context.policy.threshold <= 1
    ? askWhich(
        context,
        needing.slice(0, 3).map(({ intent }) => intent),
      )
    : null;
}

/** "Sorry, the candle": another value of the one thing that the last answer was looked up by. */
function choiceAlone(context: Context): Outcome | null {
  const { shop, turn, open } = context;
  const last = turn.earlier[0]?.decision;
  if (open !== null || last?.kind !== 'answer') return null;
  const meant = automated(
    context,
    [...shop.intents.values()].find(({ id }) => id === last.intentId),
  );
  const choices = (meant?.answer.action?.slots ?? []).filter(({ kind }) => kind === 'choice');
  const named = choices.flatMap((slot) => slot.choices);
  if (!meant || choices.length === 0 || !isBareChoice(turn.text, named)) return null;
  return Object.keys(slotsGivenNow(context, choices)).length > 0 ? answer(context, meant, 'question_answered') : null;
}

/** From so much on, "there is something wrong with my order" is asked what, however sure the model is of one thing that it may be. */
const surelyTooGeneral = 0.9;

function vague(context: Context): Outcome | null {
  const { reading, open, shop, turn } = context;
  const general = reading.acts.too_general >= surelyTooGeneral && reading.oosScore < somethingElseFrom;
  if (!general || open !== null || !isTopic(reading.intent)) return null;
  if (reading.readAfterPrevious || asksOneThing(turn.text)) return null; // else it is not read by itself, or says enough
  const slots = automated(context, shop.intents.get(reading.intent))?.answer.action?.slots ?? [];
  if (context.policy.threshold > 1 || Object.keys(slotsGivenNow(context, slots)).length > 0) return null;
  const asked = askGenerally(context);
  return asked.kind === 'clarify' ? asked : null;
}

function confident(context: Context): Outcome | null {
  const { reading, policy, shop } = context;
  const intent = shop.intents.get(reading.intent);
  const sure = automated(context, intent);
  if (reading.confidence < policy.threshold && !(sure && goesOn(context, sure))) return null;
  if (sure && deniesDoing(context.turn.text, sure.intent.title)) return handOver(context, 'contradicted', intent);
  return sure ? answer(context, sure, 'confident') : handOver(context, 'not_automated', intent);
}

/** "And the trousers?": the message leans on the one that was answered, keeps to its intent, and gives another value for what that needs. */
function goesOn(context: Context, { intent, answer: { action } }: AnsweredIntent): boolean {
  const { reading, turn, policy } = context;
  const last = turn.earlier[0]?.decision;
  return (
    reading.readAfterPrevious &&
    isLikely(reading, policy) &&
    last?.kind === 'answer' &&
    last.intentId === intent.id &&
    Object.keys(slotsGivenNow(context, action?.slots ?? [])).length > 0
  );
}

/**
 * What the likely intent needs stands in the message: then the bot asks for the rest of it, which says what it took the message for. With an
 * order's number in it, one among the best is enough: that costs a question, and else people would have to ask it.
 */
function slotGiven(context: Context): Outcome | null {
  const { reading, shop, policy } = context;
  if (isOutOfScope(context) || policy.threshold > 1) return null;
  const best = reading.topK.flatMap(({ intent, confidence }) =>
    confidence >= worthAsking ? (automated(context, shop.intents.get(intent)) ?? []) : [],
  );
  const withNumber = best.find((each) => givesOrderNumber(context, each));
  const meant = isLikely(reading, policy) ? automated(context, shop.intents.get(reading.intent)) : withNumber;
  if (!meant) return null;
  const slots = meant.answer.action?.slots ?? [];
  if (meant === withNumber && givesAllNow(context, slots)) return answer(context, meant, 'question_answered');
  if (Object.keys(slotsGivenNow(context, slots)).length === 0) return null;
  const outcome = answer(context, meant, 'slot_missing');
  return outcome.kind === 'ask_slot' && outcome.slot !== undefined ? outcome : null;
}

/** Number and e-mail address in one message are hardly there for nothing: what needs both is looked up without a question. */
function givesAllNow(context: Context, slots: ActionSlot[]): boolean {
  return slots.length > 1 && Object.keys(slotsGivenNow(context, slots)).length === slots.length;
}

/** No other intent comes near the first one: it is answered, and the customer hears what the message was taken for. */
function likely(context: Context): Outcome | null {
  const { shop, reading, language } = context;
  const meant = automated(context, shop.intents.get(reading.intent));
  if (!meant || !isTopic(reading.intent) || isTooGeneral(context) || !isClearlyAhead(context, meant)) return null;
  if (deniesDoing(context.turn.text, meant.intent.title)) return handOver(context, 'contradicted', meant.intent);
  const outcome = answer(context, meant, 'likely');
  if (outcome.kind === 'escalate') return outcome.rule === 'contradicted' ? outcome : null;
  if (outcome.kind !== 'answer') return outcome;
  const quickReplies = [somethingElse(context), personButton(context)];
  const last = { ...outcome.replies.at(-1)!, quickReplies };
  const replies = [{ text: words[language].takenFor(meant.intent.title) }, ...outcome.replies.slice(0, -1), last];
  return { ...outcome, replies };
}

/** What seems to hold several requests, of which none were found, is one if the model is so sure of it. */
const surelyOne = 0.9;
/** The second has at most this part of the first one's confidence, and hardly anything says that no intent fits. */
const [ahead, mostOutOfScope] = [0.25, 0.06];
/** Where the message names what the answer is looked up by, so much may. */
const mostWithSlots = 0.12;

function isClearlyAhead(context: Context, { answer: { action } }: AnsweredIntent): boolean {
  const { reading, policy } = context;
  const { confidence, topK, oosScore, acts } = reading;
  const second = topK[1]?.confidence ?? 0;
  const isOne = (acts.several_requests < 0.5 || confidence >= surelyOne) && second <= ahead * confidence;
  const namesWhatItNeeds = Object.keys(slotsGivenNow(context, action?.slots ?? [])).length > 0;
  const most = namesWhatItNeeds ? mostWithSlots : mostOutOfScope;
  return isOne && confidence >= policy.likelyFrom && oosScore <= most;
}

/** From so much on an intent is worth the question that it needs, where the order's number was given. */
const worthAsking = 0.25;

function oneOfSeveral(context: Context): Outcome | null {
  const close = isOutOfScope(context) ? null : closeIntents(context);
  return close && ((close.length === 1 && asksForSlot(context, close[0]!)) || askWhich(context, close));
}

/** From so much on, the question for what an answer needs takes the place of "is it about this?": it says so, too, and one goes on from there. */
const asksAtOnceFrom = 0.75;

function asksForSlot(context: Context, intent: ShopIntent): Outcome | null {
  const { confidence, readAfterPrevious } = context.reading;
  const meant = confidence >= asksAtOnceFrom && !readAfterPrevious ? automated(context, intent) : undefined;
  const outcome = meant && answer(context, meant, 'slot_missing');
  return outcome?.kind === 'ask_slot' && outcome.slot !== undefined ? outcome : null;
}

function tooGeneral(context: Context): Outcome | null {
  return isTooGeneral(context) ? askGenerally(context) : null;
}

function isOutOfScope({ reading, policy }: Context): boolean {
  return reading.oosScore > policy.oosLimit;
}
