import type { TriedMessage } from '#contracts';
import { likelihood, percent } from '../ui/format.js';
import { t } from '../language/t.js';

export interface DecisionWords {
  title: string;
  /** Which rule decided, and what it looked at. */
  because: string;
}

type Reading = TriedMessage['reading'];
interface Rule {
  /** Where its kind does not say it well enough. */
  title?: string;
  because: (reading: Reading) => string;
}

/** Never upwards: a message that is shown as reaching the limit must reach it. */
const limit = (threshold: number) => percent(Math.floor(threshold * 100 + 1e-9) / 100);
const read = ({ confidence, title, threshold }: NonNullable<Reading>) => ({
  confidence: likelihood(confidence),
  title,
  threshold: limit(threshold),
});
const said = (because: string) => () => because;

/** By rule. A rule of a later version has none. */
const rules: Record<string, Rule> = {
  confident: {
    because: (reading) =>
      reading
        ? t(
            'It is {confidence} sure of “{title}”, answers from {threshold} up, and the answer is approved.',
            read(reading),
          )
        : t('It is sure enough, and the answer is approved.'),
  },
  likely: {
    because: (reading) =>
      reading
        ? t(
            'It is {confidence} sure of “{title}”: less than its limit, but no other intent comes near. The answer says what the message was taken for.',
            read(reading),
          )
        : t('No other intent comes near. The answer says what the message was taken for.'),
  },
  question_answered: {
    because: said(t('The message answers the bot’s own question, so it takes the customer at their word.')),
  },
  close_intents: {
    because: (reading) => {
      const second = reading?.topK[1];
      return second
        ? t(
            '“{title}” and “{second}” are too close to choose between. Rows that tell them apart would help, or merging them.',
            { title: reading.title, second: second.title },
          )
        : t('Two intents are too close to choose between.');
    },
  },
  too_general: {
    title: t('It asks what it is about'),
    because: said(t('The message is too short, or too general, to tell what it is about.')),
  },
  small_talk: {
    title: t('It replies in kind'),
    because: said(t('A greeting, thanks or the question who it is: there is nothing to look for in it.')),
  },
  several_requests: {
    because: said(
      t('The message holds several requests. Each is decided by itself, and they are seen to in their order.'),
    ),
  },
  slot_missing: {
    because: said(t('The answer needs something that the message does not hold, such as an order number.')),
  },
  not_confirmed: {
    title: t('It asks once more'),
    because: said(
      t(
        'The shop knows nothing of what was given, or does not confirm that it is this customer’s. The customer is not told which.',
      ),
    ),
  },
  not_signed_in: {
    title: t('It asks the customer to sign in'),
    because: said(t('The answer is for signed-in customers, and this one is not.')),
  },
  person_asked_for: {
    title: t('It fetches a person'),
    because: said(t('The customer asks for a person. That is heeded however unsure the model is.')),
  },
  sensitive_topic: {
    title: t('It fetches a person at once'),
    because: said(t('The message touches a topic that always goes to people, before all others who wait.')),
  },
  upset: { because: said(t('The customer is angry. People do better there, whatever it is about.')) },
  other_language: {
    because: said(
      t(
        'The message is in a language for which there is no approved answer, and the settings say that people see to it.',
      ),
    ),
  },
  contradicted: { because: said(t('The answer would say the opposite of what the customer has just said.')) },
  not_confident: {
    because: (reading) =>
      reading
        ? t(
            'It is only {confidence} sure of “{title}” and answers from {threshold} up. More rows like this message would help.',
            read(reading),
          )
        : t('It is not sure enough to answer.'),
  },
  out_of_scope: { because: said(t('The message is unlike anything that it has learned.')) },
  not_automated: {
    because: (reading) =>
      reading
        ? t(
            'It is {confidence} sure of “{title}”, but that intent has no approved answer, or is not switched on to answer by itself.',
            read(reading),
          )
        : t('The intent has no approved answer, or is not switched on to answer by itself.'),
  },
  slot_unfilled: {
    because: said(
      t('The approved answer has a {mark} that nothing fills. Half an answer is not sent.', { mark: '{{mark}}' }),
    ),
  },
  asked_before: {
    because: said(t('It would ask again what it has asked already.')),
  },
  asked_twice: {
    because: said(t('It has asked twice for what the answer needs.')),
  },
  said_before: {
    because: said(t('It would come to the same as for the message before.')),
  },
  too_many_lookups: {
    because: said(t('Too much has been looked up for this customer, or from the same address.')),
  },
  action_failed: {
    because: said(t('The shop’s own system was late, down, or answered what cannot be read.')),
  },
  model_silent: {
    because: (reading) =>
      reading
        ? t('No model read the message in time.')
        : t('No model serves yet. Train the first one, then try again.'),
  },
};

const kinds: Record<string, string> = {
  answer: t('It answers'),
  clarify: t('It asks which one is meant'),
  ask_slot: t('It asks for what is missing'),
  act: t('It asks the shop’s system'),
  small_talk: t('It replies in kind'),
  escalate: t('It hands over to people'),
};

/** What the bot would do with a message and why, for people who never heard of its rules. */
export function decisionWords({ decision, reading }: Pick<TriedMessage, 'decision' | 'reading'>): DecisionWords {
  const rule = rules[decision.rule];
  const because = rule?.because(reading) ?? t('It followed the rule {rule}.', { rule: decision.rule });
  const acts = decision.kind === 'act';
  return {
    title: acts ? t('It asks the shop’s system, then answers') : (rule?.title ?? kinds[decision.kind] ?? decision.kind),
    because: acts ? `${because} ${t('Here no system is asked.')}` : because,
  };
}
