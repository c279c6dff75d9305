import type { SlotKind } from '#contracts';
import { askForMissing, automated } from '../answers.js';
import { isOutOfScope, type Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { isTopic } from '../manners/intents.js';
import { tokens } from '../manners/tokens.js';
import type { Outcome } from '../outcome.js';
import { askGenerally, askWhich, closeIntents } from '../questions/clarify.js';
import { asksOneThing, isTooGeneral, somethingElseFrom } from '../questions/general.js';
import { slotsGivenNow } from '../questions/slots.js';
import { requestBefore } from '../requests/carries-request.js';
import type { ShopIntent } from '../situation.js';

/** The bot cannot see what is on a picture: it asks once what it is about, and then people look. */
export function filesAlone(context: Context): Outcome | null {
  const { turn } = context;
  if (turn.text !== '') return null;
  return requestBefore(turn) === null ? askGenerally(context) : handOver(context, 'not_confident');
}

/** From so much on, "there is something wrong with my order" is asked what, however sure the model is of one thing that it may be. */
const surelyTooGeneral = 0.9;

/** "Card": one word is about a thing of that name only if the model is as sure as this. */
const sureOfOneWord = 0.95;

export function vague(context: Context): Outcome | null {
  const { reading, open, turn } = context;
  if (open !== null || context.policy.threshold > 1) return null;
  if (reading.readAfterPrevious || asksOneThing(turn.text)) return null; // else it is not read by itself, or says enough
  const isWord = tokens(turn.text).length === 1 && reading.confidence < sureOfOneWord;
  // "Boots": like nothing that was learned, but a thing of the shop.
  const isThing = isWord && gives(context, (kind) => kind === 'choice');
  if (!isThing) {
    const general = (reading.acts.too_general >= surelyTooGeneral || isWord) && reading.oosScore < somethingElseFrom;
    // "Hello, I have a problem with my order" is more than a greeting.
    const isAbout = isTopic(reading.intent) || reading.intent === 'greeting';
    // A number or an address says enough, whatever it is for.
    if (!general || !isAbout || gives(context, (kind) => kind !== 'text')) return null;
  }
  const asked = askGenerally(context);
  return asked.kind === 'clarify' ? asked : null;
}

/** Whether the message gives something of these kinds that one of the shop's answers needs. */
function gives(context: Context, isWanted: (kind: SlotKind) => boolean): boolean {
  const answers = [...context.shop.intents.values()].flatMap((intent) => automated(context, intent)?.answer ?? []);
  const slots = answers.flatMap(({ action }) => action?.slots ?? []).filter(({ kind }) => isWanted(kind));
  return Object.keys(slotsGivenNow(context, slots)).length > 0;
}

export function oneOfSeveral(context: Context): Outcome | null {
  const close = isOutOfScope(context) ? null : closeIntents(context);
  return close && ((close.length === 1 && asksForSlot(context, close[0]!)) || askWhich(context, close));
}

/** From so much on, the question for what an answer needs takes the place of "is it about this?": it says so, too, and one goes on from there. */
const asksAtOnceFrom = 0.75;

function asksForSlot(context: Context, intent: ShopIntent): Outcome | null {
  const { confidence, readAfterPrevious } = context.reading;
  const meant = confidence >= asksAtOnceFrom && !readAfterPrevious ? automated(context, intent) : undefined;
  return meant ? askForMissing(context, meant) : null;
}

export function tooGeneral(context: Context): Outcome | null {
  return isTooGeneral(context) ? askGenerally(context) : null;
}
