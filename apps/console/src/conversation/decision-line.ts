import type { DecisionKind, DecisionRule, PredictionView, SensitiveTopic } from '#contracts';
import { reasonOf } from '../evidence/reasons.js';
import { languageName } from '../ui/format.js';
import { t } from '../language/t.js';

type Titles = (intent: string) => string;

/** What the bot did with a message and why: one line, with one number at most. */
export function decisionLine(prediction: PredictionView, titleOf: Titles): string {
  const { decision, rule, reason } = prediction;
  if (rule === 'several_requests') return t('Several requests: {severalEnds}', { severalEnds: severalEnds[decision] });
  const words = rule === null ? null : (because[rule] as Words | undefined)?.(prediction, titleOf);
  if (words) return `${did[decision]}: ${words}`;
  return decision === 'escalate' && reason ? `${did.escalate}: ${reasonOf(reason).title.toLowerCase()}` : did[decision];
}

/** Each request of a message that holds several. */
export function requestLines({ evidence }: PredictionView, titleOf: Titles): string[] {
  return (evidence?.requests ?? []).map(({ intent, confidence, kind, rule }) => {
    const name =
      rule === 'out_of_scope' ? t('Unlike anything it has learned') : `${titleOf(intent)}, ${inHundred(confidence)}`;
    return `${name}: ${requestEnds[kind]}`;
  });
}

/** What else it went by, besides the words of the message. */
export function evidenceLines({ evidence }: PredictionView): string[] {
  if (!evidence) return [];
  const { language, slots, readAfterPrevious } = evidence;
  return [
    readAfterPrevious ? t('Read together with the customer’s message before it.') : '',
    slots.length > 0 ? `Known by then: ${slots.join(', ')}.` : '',
    language !== null ? t('Language: {language}.', { language: languageName(language) }) : '',
  ].filter((line) => line !== '');
}

/** Never upwards: what did not reach a limit is not shown as reaching it. */
function inHundred(confidence: number): string {
  const n = Math.floor(confidence * 100 + 1e-9);
  return n === 0 && confidence > 0 ? 'less than 1 in 100' : t('{n} in 100', { n });
}

const did: Record<DecisionKind, string> = {
  answer: t('Answered'),
  clarify: t('Asked which one is meant'),
  ask_slot: t('Asked for what is missing'),
  small_talk: t('Small talk'),
  escalate: t('Handed over'),
};

const requestEnds: Record<DecisionKind, string> = {
  answer: 'answered',
  clarify: 'asked which one is meant',
  ask_slot: 'asked for what is missing',
  small_talk: 'small talk',
  escalate: 'for people',
};

const severalEnds: Record<DecisionKind, string> = {
  answer: 'all answered',
  clarify: 'asked which one is meant',
  ask_slot: 'asked for what is missing',
  small_talk: 'small talk',
  escalate: 'people see to what the bot could not answer',
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
  close_intents: ({ topK }, titleOf) =>
    topK
      .slice(0, 2)
      .map(({ intent }) => titleOf(intent))
      .join(' or '),
  too_general: said('too short or too general to tell'),
  small_talk: () => null,
  slot_missing: guess,
  not_confirmed: said('the shop does not confirm what was given'),
  not_signed_in: ({ intent }, titleOf) =>
    intent && t('{intent} is for signed-in customers', { intent: titleOf(intent) }),
  person_asked_for: said('the customer asked for a person'),
  sensitive_topic: ({ evidence }) =>
    `${(evidence?.topics ?? []).map(topicName).join(', ') || 'a sensitive topic'} (always goes to people)`,
  upset: said('the customer is upset'),
  other_language: ({ evidence }) =>
    evidence?.language
      ? t('no approved answer in {language}', { language: languageName(evidence.language) })
      : 'no approved answer in its language',
  contradicted: said('the answer says the opposite of what the customer said'),
  not_confident: (prediction, titleOf) => {
    const best = guess({ ...prediction, intent: null }, titleOf);
    return (
      best &&
      t('not sure enough — best guess {best}{threshold}', { best, threshold: answersFrom(prediction.threshold) })
    );
  },
  out_of_scope: said('unlike anything it has learned'),
  not_automated: (prediction, titleOf) => {
    const best = guess({ ...prediction, intent: null }, titleOf);
    return best && `${best}, which people answer`;
  },
  slot_unfilled: said('something in the approved answer could not be filled in'),
  asked_before: said('it had asked already'),
  asked_twice: said('it had asked twice for what the answer needs'),
  said_before: said('it would have said the same again'),
  too_many_lookups: said('too much was looked up'),
  action_failed: said('the shop’s own system did not answer'),
  model_silent: said('no model read it in time'),
};

function answersFrom(threshold: number | null): string {
  if (threshold === null) return '';
  return threshold > 1
    ? ', answers nothing yet'
    : t(', answers from {threshold} in 100', { threshold: Math.ceil(threshold * 100 - 1e-9) });
}

const topicNames: Record<SensitiveTopic, string> = {
  injury: 'injury',
  poisoning: 'poisoning',
  fire: 'fire',
  electric_shock: 'electric shock',
  child_safety: 'safety of a child',
  self_harm: 'self-harm',
  threat: 'threat',
  legal: 'legal matter',
  press: 'press',
  fraud: 'fraud',
  personal_data: 'personal data',
  abuse: 'abuse',
};

/** A topic that is not among those is one of the shop’s own, by its name. */
function topicName(topic: string): string {
  return topic in topicNames ? topicNames[topic as SensitiveTopic] : topic;
}
