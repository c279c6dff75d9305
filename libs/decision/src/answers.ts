import { chooseText, contradicts } from '#actions';
import type { DecisionRule } from '#contracts';
import type { Context } from './context.js';
import { handOver } from './handover/hand-over.js';
import { callKey, noEvidence, repliesOf, type Act, type Outcome, type Reply } from './outcome.js';
import { askForSlot, askToSignIn, sayNotConfirmed } from './questions/ask.js';
import { slotsOfEach } from './questions/slots.js';
import { requestBefore } from './requests/carries-request.js';
import type { ShopAnswer, ShopIntent } from './situation.js';
import { primary, words } from './words/index.js';

export interface AnsweredIntent {
  intent: ShopIntent;
  answer: ShopAnswer;
  /** The answer's own. */
  language: string;
}

/** An intent that the bot may answer, with its answer in the customer's language, else in the shop's. */
export function automated({ language, shop }: Context, intent: ShopIntent | undefined): AnsweredIntent | undefined {
  if (!intent?.automate) return undefined;
  const found = [language, shop.locale].find((each) => intent.answers.has(each));
  return found === undefined ? undefined : { intent, answer: intent.answers.get(found)!, language: found };
}

/** The approved answer of an intent, or what it still lacks. `unknown`: the customer has said that they do not have it. */
export function answer(context: Context, meant: AnsweredIntent, rule: DecisionRule, unknown = false): Outcome {
  const { intent, answer } = meant;
  const { turn } = context;
  const { action } = answer;
  if (!action) return say(context, meant, rule, {});
  if (action.identity === 'signed_in' && turn.contact.customerId === null) return askToSignIn(context, intent);

  const orders = slotsOfEach(context, intent, action.slots);
  const missing = action.slots.find(({ name }) => orders[0]![name] === undefined);
  if (missing) return askForSlot(context, intent, missing, unknown);
  return ofEach(orders.map((slots) => lookedUp(context, meant, rule, { kind: 'act', action, slots })));
}

/** Of each order of a list: what is known, then what is not. */
function ofEach(outcomes: Outcome[]): Outcome {
  const act = outcomes.find(({ kind }) => kind === 'act');
  if (act) return act;
  const settled = outcomes.filter((outcome) => outcome.kind !== 'act');
  const open = settled.filter(({ kind }) => kind !== 'answer').slice(0, 1);
  const answered = settled.filter(({ kind }) => kind === 'answer');
  const told = [...answered, ...open];
  return { ...told.at(-1)!, replies: repliesOf(told) };
}

function lookedUp(context: Context, meant: AnsweredIntent, rule: DecisionRule, act: Act): Outcome {
  const { intent } = meant;
  const result = context.results.get(callKey(act));
  switch (result) {
    case undefined:
      return act;
    case 'failed':
      return handOver(context, 'action_failed', intent);
    case 'too_many_lookups':
      return handOver(context, 'too_many_lookups', intent);
    case 'not_confirmed':
      return sayNotConfirmed(context, intent);
    default:
      return said(context).some((text) => contradicts(text, result.outputs))
        ? handOver(context, 'contradicted', intent)
        : say(context, meant, rule, result.outputs);
  }
}

/** The question for what the approved answer of an intent still lacks; null: it lacks nothing that can be asked for. */
export function askForMissing(context: Context, meant: AnsweredIntent): Outcome | null {
  const outcome = answer(context, meant, 'slot_missing');
  return outcome.kind === 'ask_slot' && outcome.slot !== undefined ? outcome : null;
}

/** What the customer has just said of it: in this message, and in the request that it goes on with. */
function said({ turn, open }: Context): string[] {
  const request = open?.kind === 'ask_slot' ? requestBefore(turn) : null;
  return request === null ? [turn.text] : [turn.text, request];
}

function say(context: Context, meant: AnsweredIntent, rule: DecisionRule, outputs: Record<string, string>): Outcome {
  const { intent, answer } = meant;
  const { turn } = context;
  const { text } = chooseText(answer.text, answer.conditions, { ...outputs, ...contactValues(context) }, turn.at);
  if (text === null) return handOver(context, 'slot_unfilled', intent);
  const replies = [...inWhichLanguage(context, meant), { text }];
  return { kind: 'answer', rule, intentId: intent.id, evidence: noEvidence, replies };
}

/** Says so, where the answer is in another language than the customer surely writes in. */
function inWhichLanguage({ language, written }: Context, meant: AnsweredIntent): Reply[] {
  const other = written !== null && primary(meant.language) !== written;
  return other ? [{ text: words[language].inShopLanguage }] : [];
}

/** Marks that every answer may have. */
function contactValues({ turn: { contact } }: Context): Record<string, string> {
  const { name, email } = contact;
  return { ...(name !== null && { 'contact.name': name }), ...(email !== null && { 'contact.email': email }) };
}
