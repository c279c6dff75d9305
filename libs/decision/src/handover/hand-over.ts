import type { Context } from '../context.js';
import { escalate, type EscalationRule, type Settled } from '../outcome.js';
import type { ShopIntent } from '../situation.js';
import { words, type HandOverWords } from '../words/index.js';
import { passedOn } from './passed-on.js';

type SpokenRule = Exclude<EscalationRule, 'model_silent' | 'person_asked_for' | 'sensitive_topic'>;

/** What the customer is told, for each rule. */
const said: Record<SpokenRule, HandOverWords> = {
  upset: 'upset',
  contradicted: 'contradicted',
  asked_before: 'failed',
  asked_twice: 'failed',
  said_before: 'failed',
  not_confident: 'unsure',
  out_of_scope: 'unsure',
  not_automated: 'notAutomated',
  slot_unfilled: 'notAutomated',
  too_many_lookups: 'unavailable',
  action_failed: 'unavailable',
  other_language: 'otherLanguage',
};
/** After these the customer hears what people are told, so that nothing has to be said twice. */
const summed: ReadonlySet<HandOverWords> = new Set(['upset', 'contradicted', 'failed']);

/** People take over, and the customer is told so: after anger or a failure of the bot's with an apology and what is passed on. */
export function handOver(context: Context, rule: SpokenRule, about?: ShopIntent): Settled {
  const spoken = words[context.language];
  const sentence = spoken.handOver[said[rule]];
  const summary = summed.has(said[rule]) ? passedOn(context, about) : null;
  return escalate(rule, [{ text: summary === null ? sentence : `${sentence} ${spoken.passedOn(summary)}` }]);
}
