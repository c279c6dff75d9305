import { dialogueAct, type DecisionEvidence, type DialogueAct } from '#contracts';
import type { Context } from './context.js';
import { upsetLimits } from './manners/anger.js';
import { noEvidence, type Settled } from './outcome.js';
import { surelyAcknowledged } from './manners/small-talk.js';
import { tooGeneralLimit } from './questions/general.js';
import { slotsGiven } from './questions/slots.js';

/** From which probability on an act counts. */
const limits: Record<DialogueAct, number> = {
  follow_up: 0.5,
  several_requests: 0.5,
  upset: upsetLimits.mild,
  too_general: tooGeneralLimit,
  acknowledgement: surelyAcknowledged,
};

/** What led to the outcome, beside its rule. */
export function withEvidence(context: Context, settled: Settled): Settled {
  const { messageLanguage, topics, reading } = context;
  const evidence: DecisionEvidence = {
    ...settled.evidence,
    language: messageLanguage,
    topics,
    acts: dialogueAct.options.filter((act) => reading.acts[act] >= limits[act]),
    readAfterPrevious: reading.readAfterPrevious,
    slots: filledSlots(context, settled),
  };
  return { ...settled, evidence };
}

/** Without a model nothing but the words is known. */
export function evidenceOfWords(language: string | null, topics: string[]): DecisionEvidence {
  return { ...noEvidence, language, topics };
}

/** By name, of the intent that the outcome is about. */
function filledSlots(context: Context, settled: Settled): string[] {
  const id = 'intentId' in settled ? settled.intentId : context.open?.intentId;
  const intent = [...context.shop.intents.values()].find((each) => each.id === id);
  const action = [...(intent?.answers.values() ?? [])].find((answer) => answer.action !== null)?.action;
  return intent && action ? Object.keys(slotsGiven(context, intent, action.slots)) : [];
}
