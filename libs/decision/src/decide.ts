import { chooseText } from '#actions';
import type { DecisionRule } from '#contracts';
import { callKey, escalate, noEvidence, type Outcome, type Settled } from './outcome.js';
import type { Knowledge, Reading, Shop, ShopAnswer, ShopIntent, Turn } from './situation.js';
import { answersQuestion, askFor, askToSignIn, sayNotConfirmed, slotsGiven } from './slot-questions.js';
import { askWhich, languageOf } from './words.js';

/** The intents by which customers ask for a person. */
const humanIntents: ReadonlySet<string> = new Set(['talk_to_human']);
/** Two intents this close in confidence are asked about. */
const clarifyMargin = 0.15;

/**
 * The one place where it is decided what happens with a visitor's message: answer, ask back, ask for what an answer needs, call
 * the shop first, or hand over. `null`: no model has read it in time. After an `act` outcome the same turn is decided again, with
 * the call's result among what is known. What the bot has said last it does not say again: then people help better.
 */
export function decide(turn: Turn, known: null): Settled;
export function decide(turn: Turn, known: Knowledge | null): Outcome;
export function decide(turn: Turn, known: Knowledge | null): Outcome {
  if (!known) return escalate('model_silent');
  const outcome = choose(turn, known);
  return 'replies' in outcome && outcome.replies[0] && outcome.replies[0].text === turn.lastBot?.text
    ? escalate('said_before')
    : outcome;
}

/**
 * A customer who answers the bot's own question is taken at their word. Asking for a person is heeded however unsure the model is
 * of it, as long as it is the best guess and not out of scope: a needless hand-over costs less than a customer who is held back.
 */
function choose(turn: Turn, known: Knowledge): Outcome {
  const { reading, policy, shop } = known;
  const meant = answerToQuestion(turn, known);
  if (meant) return answer(turn, known, meant, 'question_answered');

  const outOfScope = reading.oosScore > policy.oosLimit;
  if (humanIntents.has(reading.intent) && !outOfScope) return escalate('person_asked_for');
  if (reading.confidence >= policy.threshold) {
    const sure = automated(turn, shop, shop.intents.get(reading.intent));
    return sure ? answer(turn, known, sure, 'confident') : escalate('not_automated');
  }
  const waiting = unansweredQuestion(turn, shop);
  if (waiting) return answer(turn, known, waiting, 'question_answered');
  if (outOfScope) return escalate('out_of_scope');
  const close = closeIntents(turn, known);
  if (!close) return escalate('not_confident');
  if (turn.earlier.some(({ decision }) => decision?.kind === 'clarify')) return escalate('asked_before');
  return {
    ...{ kind: 'clarify', rule: 'close_intents', evidence: noEvidence },
    replies: [askWhich(languageOf(turn, shop), close)],
  };
}

/** The intent that the message settles, where it answers what the bot asked last: which intent, or what its action needs. */
function answerToQuestion(turn: Turn, { reading, policy, shop }: Knowledge): AnsweredIntent | undefined {
  const asked = turn.earlier[0]?.decision;
  const intents = [...shop.intents.values()].flatMap((intent) => automated(turn, shop, intent) ?? []);
  if (asked?.kind === 'clarify')
    return intents.find(({ intent: { title } }) => title.toLowerCase() === turn.text.trim().toLowerCase());
  const meant = intents.find(({ intent, answer }) => answersQuestion(turn, shop, intent, answer));
  return meant && isFreeText(meant, asked?.slot) && readsAsAnother(meant, reading, policy) ? undefined : meant;
}

/** Any words at all fill a slot of free text: there the customer may as well have asked something else. */
function isFreeText({ answer: { action } }: AnsweredIntent, slot?: string | null): boolean {
  return action?.slots.some(({ name, kind }) => name === slot && kind === 'text') ?? false;
}

function readsAsAnother({ intent }: AnsweredIntent, reading: Reading, policy: Knowledge['policy']): boolean {
  const sure = reading.confidence >= policy.threshold || humanIntents.has(reading.intent);
  return sure && reading.intent !== intent.name && reading.oosScore <= policy.oosLimit;
}

/** The intent whose slot was asked for by the last message, which this one did not give. */
function unansweredQuestion(turn: Turn, shop: Shop): AnsweredIntent | undefined {
  const asked = turn.earlier[0]?.decision;
  if (asked?.kind !== 'ask_slot' || asked.slot === null) return undefined;
  return automated(
    turn,
    shop,
    [...shop.intents.values()].find(({ id }) => id === asked.intentId),
  );
}

/** The first two intents, where either may be right and one of them surely is. */
function closeIntents(turn: Turn, { reading, policy, shop }: Knowledge): ShopIntent[] | null {
  const [first, second] = reading.topK;
  if (!first || !second || policy.threshold > 1) return null;
  if (first.confidence - second.confidence > clarifyMargin) return null;
  if (first.confidence + second.confidence < policy.threshold) return null;
  const intents = [first, second].flatMap(({ intent }) => automated(turn, shop, shop.intents.get(intent)) ?? []);
  return intents.length === 2 ? intents.map(({ intent }) => intent) : null;
}

/** The approved answer of an intent, or what it still lacks. */
function answer(turn: Turn, { shop, results }: Knowledge, meant: AnsweredIntent, rule: DecisionRule): Outcome {
  const { intent, answer } = meant;
  const intentId = intent.id;
  const say = (outputs: Record<string, string>): Outcome => {
    const { text } = chooseText(answer.text, answer.conditions, { ...outputs, ...contactValues(turn) }, turn.at);
    return text === null
      ? escalate('slot_unfilled')
      : { kind: 'answer', rule, intentId, evidence: noEvidence, replies: [{ text }] };
  };
  const { action } = answer;
  if (!action) return say({});
  if (action.identity === 'signed_in' && turn.contact.customerId === null) return askToSignIn(turn, shop, intentId);

  const slots = slotsGiven(turn, shop, intent, action.slots);
  const missing = action.slots.find(({ name }) => slots[name] === undefined);
  if (missing) return askFor(turn, shop, intentId, missing);
  const act = { kind: 'act', action, slots } as const;
  const result = results.get(callKey(act));
  switch (result) {
    case undefined:
      return act;
    case 'failed':
      return escalate('action_failed');
    case 'too_many_lookups':
      return escalate('too_many_lookups');
    case 'not_confirmed':
      return sayNotConfirmed(turn, shop, intentId);
    default:
      return say(result.outputs);
  }
}

/** Marks that every answer may have. */
function contactValues({ contact: { name, email } }: Turn): Record<string, string> {
  return { ...(name !== null && { 'contact.name': name }), ...(email !== null && { 'contact.email': email }) };
}

interface AnsweredIntent {
  intent: ShopIntent;
  answer: ShopAnswer;
}

/** An intent that the bot may answer, with its answer in the customer's language, else in the shop's. */
function automated(turn: Turn, shop: Shop, intent: ShopIntent | undefined): AnsweredIntent | undefined {
  if (!intent?.automate) return undefined;
  const answer = intent.answers.get(languageOf(turn, shop)) ?? intent.answers.get(shop.locale);
  return answer && { intent, answer };
}
