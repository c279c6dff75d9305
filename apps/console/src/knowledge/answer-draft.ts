import type { ActionView, AnswerView, IntentDetail, Locale, SaveAnswer } from '#contracts';
import { marksIn } from '../ui/marks.js';
import { t } from '../language/t.js';

export type AnswerDraft = Pick<SaveAnswer, 'text' | 'conditions' | 'actionId'>;

const empty: AnswerDraft = { text: '', conditions: [], actionId: null };

export const versionsIn = ({ answers }: Pick<IntentDetail, 'answers'>, locale: Locale): AnswerView[] =>
  answers.filter((answer) => answer.locale === locale).toSorted((a, b) => b.version - a.version);

/** The version that the bot uses: the newest that is approved. */
export const inUse = (versions: AnswerView[]): AnswerView | undefined =>
  versions.find(({ approvedAt }) => approvedAt !== null);

/** Where editing begins: the newest version, draft or not. */
export function draftOf(detail: IntentDetail, locale: Locale): AnswerDraft {
  const [newest] = versionsIn(detail, locale);
  return newest ? { text: newest.text, conditions: newest.conditions, actionId: newest.actionId } : empty;
}

export const isSame = (a: AnswerDraft, b: AnswerDraft): boolean =>
  JSON.stringify(fields(a)) === JSON.stringify(fields(b));

const fields = ({ text, conditions, actionId }: AnswerDraft) => [
  text,
  conditions.map(({ variable, operator, value, text: said }) => [variable, operator, value, said]),
  actionId,
];

/** What marks and conditions may name: of the contact, and of the action if there is one. */
export function variablesOf(action: ActionView | undefined): string[] {
  const ofAction = action ? [...action.outputs, ...action.slots].map(({ name }) => name) : [];
  return [...new Set([...ofAction, 'contact.name', 'contact.email'])];
}

/** What has to be known before anybody can tell what the bot would say. */
export function variablesIn({ text, conditions }: AnswerDraft): string[] {
  const texts = [text, ...conditions.map((condition) => condition.text)];
  const tested = conditions.map(({ variable }) => variable).filter(Boolean);
  return [...new Set([...tested, ...texts.flatMap(marksIn)])];
}

/** Why a draft cannot be saved as it is; null: it can. */
export function draftProblem({ text, conditions }: AnswerDraft, known: string[]): string | null {
  if (text.trim() === '') return t('Write what the bot says, or take one of the typical replies.');
  if (conditions.some((condition) => condition.variable === '' || condition.text.trim() === '')) {
    return t('Each row of the table needs a variable and a text.');
  }
  if (conditions.some(({ operator, value }) => operator !== 'is_empty' && value.trim() === '')) {
    return t('Each row of the table needs a value to compare with.');
  }
  const unknown = variablesIn({ text, conditions, actionId: null }).filter((name) => !known.includes(name));
  if (unknown.length === 0) return null;
  return t('Nothing gives a value for {marks}. Choose the action that does, or take it out.', {
    marks: unknown.map((name) => `{{${name}}}`).join(', '),
  });
}
