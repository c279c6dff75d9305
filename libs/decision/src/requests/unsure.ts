import { automated } from '../answers.js';
import type { Context } from '../context.js';
import { isTopic } from '../manners/intents.js';
import type { Outcome } from '../outcome.js';
import { askWhich } from '../questions/clarify.js';
import type { ShopIntent } from '../situation.js';
import { isLikely } from '../threshold.js';
import { words } from '../words/index.js';
import type { Request } from './several.js';

/** "Is there parking? What does it cost": so few words, and one that stands for something else. */
export function leansOnAnother(text: string): boolean {
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return said.length <= 4 && said.some((word) => pronouns.has(word));
}

const pronouns = new Set('it its that this they them those es das ça cela eso ello ذلك هذا'.split(' '));

/** Where all others are answered, it is asked what the unsure ones are about, if the bot may answer those, too. Else people have them. */
export function withQuestion(context: Context, settled: Request[]): Request[] {
  const unsure = settled.filter(({ outcome }) => isUnsure(outcome));
  const answered = settled.filter(({ outcome }) => outcome.kind === 'answer').map(({ intent }) => intent);
  const meant = unsure.flatMap((request) => maybeMeant(context, request) ?? []);
  const isAll = meant.length === unsure.length && unsure.length + answered.length === settled.length;
  if (!isAll || meant.length === 0 || meant.some(({ name }) => answered.includes(name))) return settled;
  const question = askWhich(context, [...new Set(meant)], words[context.language].ofTheRest);
  if (question.kind !== 'clarify') return settled;
  return settled.map((each) => (isUnsure(each.outcome) ? { ...each, outcome: question } : each));
}

function maybeMeant(context: Context, { intent, confidence, outcome }: Request): ShopIntent | undefined {
  const isUnsureOnly = outcome.kind === 'escalate' && outcome.rule === 'not_confident';
  const isTopicLikely = isUnsureOnly && isLikely({ confidence }, context.policy) && isTopic(intent);
  return isTopicLikely ? automated(context, context.shop.intents.get(intent))?.intent : undefined;
}

/** None of them is sure: the message is about one of them at least, or about what the whole of it is read as. */
export function whichOfThem(context: Context): Outcome | null {
  const { reading, shop, policy } = context;
  if (reading.confidence >= policy.threshold) return null;
  const likely = reading.requests.filter((request) => isLikely(request, policy) && isTopic(request.intent));
  const intents = likely.flatMap(({ intent }) => shop.intents.get(intent) ?? []);
  return intents.some((intent) => automated(context, intent)) ? askWhich(context, intents) : null;
}

export function isUnsure(outcome: Outcome): boolean {
  return outcome.kind === 'escalate' && (outcome.rule === 'not_confident' || outcome.rule === 'out_of_scope');
}
