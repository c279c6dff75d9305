import type { ActionSlot, QuickReply } from '#contracts';
import type { Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { noEvidence, type Reply, type Settled } from '../outcome.js';
import type { ShopIntent } from '../situation.js';
import { words } from '../words/index.js';
import { timesAsked } from './slots.js';

/** How often the bot asks for the same. */
const mostQuestions = 2;

/** The second time in other words. `unknown`: the customer has said that they do not have it. */
export function askForSlot(context: Context, intent: ShopIntent, slot: ActionSlot, unknown = false): Settled {
  const before = timesAsked(context, intent.id, slot.name);
  if (before >= mostQuestions) return handOver(context, 'asked_twice', intent);
  const { ask, again, notAtHand } = words[context.language];
  const question = slot.question === '' ? ask[slot.kind] : slot.question;
  const text = before === 0 ? question : `${unknown ? notAtHand : again} ${question}`;
  const choices = slot.kind === 'choice' ? slot.choices : [];
  const quickReplies = [
    ...choices.map((choice) => ({ label: choice, text: choice })),
    ...(unknown ? [personButton(context)] : []),
  ];
  const reply = { text, ...(quickReplies.length > 0 && { quickReplies }) };
  return { ...asking(intent, 'slot_missing', reply), slot: slot.name };
}

/** The same words whether the shop knows nothing of what was given or it belongs to somebody else. */
export function sayNotConfirmed(context: Context, intent: ShopIntent): Settled {
  const before = timesAsked(context, intent.id, null);
  if (before >= mostQuestions) return handOver(context, 'asked_twice', intent);
  const text = words[context.language].notConfirmed[before === 0 ? 0 : 1];
  const reply = before === 0 ? { text } : { text, quickReplies: [personButton(context)] };
  return asking(intent, 'not_confirmed', reply);
}

export function askToSignIn(context: Context, intent: ShopIntent): Settled {
  const before = timesAsked(context, intent.id, null);
  if (before >= mostQuestions) return handOver(context, 'asked_twice', intent);
  return asking(intent, 'not_signed_in', { text: words[context.language].signIn[before === 0 ? 0 : 1] });
}

export function personButton({ language }: Pick<Context, 'language'>): QuickReply {
  return { label: words[language].person, text: words[language].askForPerson };
}

function asking({ id }: ShopIntent, rule: 'slot_missing' | 'not_confirmed' | 'not_signed_in', reply: Reply) {
  return { kind: 'ask_slot' as const, rule, intentId: id, evidence: noEvidence, replies: [reply] };
}
