import type { QuickReply } from '#contracts';
import { automated } from '../answers.js';
import type { Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { isTopic } from '../manners/intents.js';
import { noEvidence, type Settled } from '../outcome.js';
import type { ShopIntent } from '../situation.js';
import { words, type Words } from '../words/index.js';

/** Two or three intents share the confidence: each has so much of it, and so much of the first one's. */
const sharing = { most: 3, floor: 0.15, ofFirst: 0.25 };
/** Together they have at least this. */
const together = 0.55;
/** The first alone is worth a question from this confidence on, if it is so much likelier than that the message is out of scope. */
const worthAsking = { confidence: 0.4, beyondOutOfScope: 0.35 };
/** In a message that says little, intents from here on are offered. */
const likely = 0.05;

/** The intents that share the confidence, or the one that is likely, if the bot may answer at least one of them; null: there are none such. */
export function closeIntents(context: Context): ShopIntent[] | null {
  const { reading, policy } = context;
  if (policy.threshold > 1) return null;
  const first = reading.topK[0]?.confidence ?? 0;
  const close = topics(context, Math.max(sharing.floor, sharing.ofFirst * first));
  const sum = close.reduce((all, { confidence }) => all + confidence, 0);
  const isLikely = first >= worthAsking.confidence && first - reading.oosScore >= worthAsking.beyondOutOfScope;
  if (!isLikely && (close.length < 2 || sum < together)) return null;
  const intents = close.map(({ intent }) => intent);
  return intents.some((intent) => automated(context, intent)) ? intents : null;
}

/** Asks which of them is meant, or whether the one is: not after another question, and never the same one twice in an episode. */
export function askWhich(
  context: Context,
  intents: ShopIntent[],
  { which, isItThis }: Pick<Words, 'which' | 'isItThis'> = words[context.language],
): Settled {
  if (context.open?.kind === 'clarify' || chosenBefore(context, intents)) return handOver(context, 'asked_before');
  return asking(context, 'close_intents', intents.length > 1 ? which : isItThis, intents);
}

/** Asks what it is about, with the likeliest titles where the model has an idea; once in an episode. */
export function askGenerally(context: Context): Settled {
  if (context.open?.kind === 'clarify' || timesAskedOpenly(context) > 0) return handOver(context, 'asked_before');
  const options = topics(context, likely).map(({ intent }) => intent);
  const { aboutWhat, openQuestion } = words[context.language];
  return asking(context, 'too_general', options.length > 0 ? aboutWhat : openQuestion, options);
}

/** After "something else": with nothing to choose from, once in an episode. */
export function askOpenly(context: Context): Settled {
  const { open, turn, language } = context;
  // What was asked with titles may be asked without.
  const withTitles = open?.rule === 'too_general' && (turn.lastBot?.quickReplies.length ?? 0) > 0;
  return timesAskedOpenly(context) > (withTitles ? 1 : 0)
    ? handOver(context, 'asked_before')
    : asking(context, 'too_general', words[language].openQuestion, []);
}

export function titleButton({ title }: ShopIntent): QuickReply {
  return { label: title, text: title };
}

export function somethingElse({ language }: Context): QuickReply {
  return { label: words[language].somethingElse, text: words[language].somethingElse };
}

function asking(context: Context, rule: 'close_intents' | 'too_general', text: string, options: ShopIntent[]): Settled {
  const quickReplies = options.length > 0 ? [...options.map(titleButton), somethingElse(context)] : [];
  const reply = { text, ...(quickReplies.length > 0 && { quickReplies }) };
  return {
    kind: 'clarify',
    rule,
    evidence: { ...noEvidence, options: options.map(({ name }) => name) },
    replies: [reply],
  };
}

/** The likeliest intents that are topics, from a confidence on. */
function topics({ reading, shop }: Context, from: number) {
  return reading.topK
    .filter(({ confidence }) => confidence >= from)
    .flatMap(({ intent: name, confidence }) => {
      const intent = isTopic(name) ? shop.intents.get(name) : undefined;
      return intent ? [{ intent, confidence }] : [];
    })
    .slice(0, sharing.most);
}

/** Rules by which intents are offered to choose from. */
const asksWhich: ReadonlySet<string | null> = new Set(['close_intents', 'several_requests']);

/** Whether the customer chose one of these after an earlier question, or none of what it offered: then it was this question. */
function chosenBefore({ turn: { earlier } }: Context, intents: ShopIntent[]): boolean {
  return earlier.some(({ decision }, i) => {
    if (decision?.kind !== 'clarify' || !asksWhich.has(decision.rule)) return false;
    const chosen = earlier[i - 1]?.decision?.intentId ?? null;
    return chosen === null || intents.some(({ id }) => id === chosen);
  });
}

function timesAskedOpenly({ turn }: Context): number {
  return turn.earlier.filter(({ decision }) => decision?.rule === 'too_general').length;
}
