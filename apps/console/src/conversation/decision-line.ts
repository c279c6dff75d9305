import type { DecisionKind, DecisionRule, PredictionView, SensitiveTopic } from '#contracts';
import { reasonOf } from '../evidence/reasons.js';
import { inSentence, languageName } from '../ui/format.js';
import { formatLocale, t } from '../language/t.js';

type Titles = (intent: string) => string;

/** What the bot did with a message and why: one line, with one number at most. */
export function decisionLine(prediction: PredictionView, titleOf: Titles): string {
  const { decision, rule, reason } = prediction;
  if (rule === 'several_requests') return t('Several requests: {end}', { end: severalEnds[decision] });
  const asked = rule === 'close_intents' ? (prediction.evidence?.options ?? []) : [];
  if (asked.length === 1) return t('Asked whether it is about this: {intent}', { intent: titleOf(asked[0]!) });
  const words = rule === null ? null : (because[rule] as Words | undefined)?.(prediction, titleOf);
  if (words) return t('{did}: {why}', { did: did[decision], why: words });
  return decision === 'escalate' && reason
    ? t('{did}: {why}', { did: did.escalate, why: inSentence(reasonOf(reason).title) })
    : did[decision];
}

/** Each request of a message that holds several. */
export function requestLines({ evidence }: PredictionView, titleOf: Titles): string[] {
  return (evidence?.requests ?? []).map(({ intent, confidence, kind, rule }) => {
    const name =
      rule === 'out_of_scope' ? t('Unlike anything it has learned') : `${titleOf(intent)}, ${inHundred(confidence)}`;
    return t('{request}: {end}', { request: name, end: requestEnds[kind] });
  });
}

/** What else it went by, besides the words of the message. */
export function evidenceLines({ evidence }: PredictionView): string[] {
  if (!evidence) return [];
  const { language, slots, readAfterPrevious } = evidence;
  return [
    readAfterPrevious ? t('Read together with the customer’s message before it.') : '',
    slots.length > 0 ? t('Known by then: {slots}.', { slots: slots.join(', ') }) : '',
    language !== null ? t('Language: {language}.', { language: languageName(language) }) : '',
  ].filter((line) => line !== '');
}

/** Never upwards: what did not reach a limit is not shown as reaching it. */
function inHundred(confidence: number): string {
  const n = Math.floor(confidence * 100 + 1e-9);
  return n === 0 && confidence > 0 ? t('less than 1 in 100') : t('{n} in 100', { n });
}

const did: Record<DecisionKind, string> = {
  answer: t('Answered'),
  clarify: t('Asked which one is meant'),
  ask_slot: t('Asked for what is missing'),
  small_talk: t('Small talk'),
  escalate: t('Handed over'),
};

const requestEnds: Record<DecisionKind, string> = {
  answer: t('answered'),
  clarify: t('asked which one is meant'),
  ask_slot: t('asked for what is missing'),
  small_talk: t('small talk'),
  escalate: t('for people'),
};

const severalEnds: Record<DecisionKind, string> = {
  answer: t('all answered'),
  clarify: t('asked which one is meant'),
  ask_slot: t('asked for what is missing'),
  small_talk: t('small talk'),
  escalate: t('people see to what the bot could not answer'),
};

/** Null where nothing is to be said of it. */
type Words = (prediction: PredictionView, titleOf: Titles) => string | null;

const said = (words: string) => () => words;
/** The intent that it is about. How sure the model was is said only where that was the model’s own guess. */
const guess: Words = ({ intent, confidence, topK: [best] }, titleOf) => {
  if (best && (intent ?? best.intent) === best.intent) return `${titleOf(best.intent)}, ${inHundred(confidence)}`;
  return intent && titleOf(intent);
};

/** By rule, what stands after the colon; a rule of a later version has nothing. */
const because: Record<Exclude<DecisionRule, 'several_requests'>, Words> = {
  confident: (prediction, titleOf) => {
    const [first, second] = [guess(prediction, titleOf), prediction.topK[1]];
    return first && (second ? t('{first}; second: {intent}', { first, intent: titleOf(second.intent) }) : first);
  },
  likely: (prediction, titleOf) => {
    const best = guess(prediction, titleOf);
    return best && t('{best}, with no other near; it said what it took the message for', { best });
  },
  question_answered: ({ intent }, titleOf) =>
    intent && t('{intent}, by the reply to the bot’s question', { intent: titleOf(intent) }),
  close_intents: ({ evidence, topK }, titleOf) => {
    const options = evidence?.options.length ? evidence.options : topK.slice(0, 2).map(({ intent }) => intent);
    return new Intl.ListFormat(formatLocale(), { type: 'disjunction' }).format(options.map(titleOf));
  },
  too_general: said(t('too short or too general to tell')),
  small_talk: () => null,
  slot_missing: guess,
  not_confirmed: said(t('the shop does not confirm what was given')),
  not_signed_in: ({ intent }, titleOf) =>
    intent && t('{intent} is for signed-in customers', { intent: titleOf(intent) }),
  person_asked_for: said(t('the customer asked for a person')),
  sensitive_topic: ({ evidence }) =>
    t('{topics} (always goes to people)', {
      topics: (evidence?.topics ?? []).map(topicName).join(', ') || t('a sensitive topic'),
    }),
  upset: said(t('the customer is upset')),
  other_language: ({ evidence }) =>
    evidence?.language
      ? t('no approved answer in {language}', { language: languageName(evidence.language) })
      : t('no approved answer in its language'),
  contradicted: said(t('the answer says the opposite of what the customer said')),
  not_confident: (prediction, titleOf) => {
    const best = guess({ ...prediction, intent: null }, titleOf);
    return best && notSure(best, prediction.threshold);
  },
  out_of_scope: said(t('unlike anything it has learned')),
  not_automated: (prediction, titleOf) => {
    const best = guess({ ...prediction, intent: null }, titleOf);
    return best && t('{best}, which people answer', { best });
  },
  slot_unfilled: said(t('something in the approved answer could not be filled in')),
  asked_before: said(t('it had asked already')),
  asked_twice: said(t('it had asked twice for what the answer needs')),
  said_before: ({ decision, intent }, titleOf) =>
    decision === 'answer' && intent
      ? t('{intent}, with the sentence of the answer before that this asks about', { intent: titleOf(intent) })
      : t('it would have said the same again'),
  too_many_lookups: said(t('too much was looked up')),
  action_failed: said(t('the shop’s own system did not answer')),
  model_silent: said(t('no model read it in time')),
};

function notSure(best: string, threshold: number | null): string {
  if (threshold === null) return t('not sure enough — best guess {best}', { best });
  if (threshold > 1) return t('not sure enough — best guess {best}, answers nothing yet', { best });
  const n = Math.ceil(threshold * 100 - 1e-9);
  return t('not sure enough — best guess {best}, answers from {n} in 100', { best, n });
}

const topicNames: Record<SensitiveTopic, string> = {
  injury: t('injury'),
  poisoning: t('poisoning'),
  fire: t('fire'),
  electric_shock: t('electric shock'),
  child_safety: t('safety of a child'),
  self_harm: t('self-harm'),
  threat: t('threat'),
  legal: t('legal matter'),
  press: t('press'),
  fraud: t('fraud'),
  personal_data: t('personal data'),
  abuse: t('abuse'),
};

/** A topic that is not among those is one of the shop’s own, by its name. */
function topicName(topic: string): string {
  return topic in topicNames ? topicNames[topic as SensitiveTopic] : topic;
}
