import type { Context } from '../context.js';
import { withoutFaces } from '../manners/faces.js';
import { politeAct } from '../manners/polite.js';
import { tokens } from '../manners/tokens.js';

/** Of the model's probability that a message says too little to tell what it is about. */
export const tooGeneralLimit = 0.7;
/** So few words tell as little, unless they are like nothing that was learned, or the model is as good as sure of them. */
const fewWords = 2;
const asGoodAsSure = 0.9;

/** Whether a message that the model is not sure of is worth asking what it is about. */
export function isTooGeneral({ turn, reading, policy }: Context): boolean {
  if (policy.threshold > 1) return false;
  // Read together with what was said before, few words may say enough.
  if (reading.readAfterPrevious && reading.confidence >= policy.likelyFrom) return false;
  if (reading.acts.too_general >= tooGeneralLimit || politeAct(turn.text) === 'general') return true;
  const isShort = tokens(withoutFaces(turn.text)).length <= fewWords;
  return isShort && reading.oosScore <= policy.oosLimit && reading.confidence < asGoodAsSure;
}
