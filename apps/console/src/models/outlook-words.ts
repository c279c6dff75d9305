import { fewExamples, type ModelOutlook } from '#contracts';
import { reportWords } from './report-words.js';
import { t } from '../language/t.js';

type Answers = ModelOutlook['answers'];

/** What the version is worth, of a hundred messages. */
export function answersWords(answers: Answers): string {
  if (answers === null)
    return t('Nobody knows yet how good it is: there were too few messages to put some aside and test it.');
  return reportWords(answers, answers.from === 'last_month' ? 'like last month’s' : 'like yours');
}

/** On what that is counted. */
export function basisWords(answers: Answers, version: number): string | null {
  if (answers === null) return null;
  const messages = `${answers.nMessages.toLocaleString()} messages`;
  return answers.from === 'last_month'
    ? t(
        'How many: counted on the {messages} that version {version} has read in the last 30 days. How many wrongly: from its test, on messages that it had never seen.',
        { messages, version },
      )
    : t(
        'Counted on the {messages} of its test, which it had never seen: it has read too few of your customers’ in the last 30 days.',
        { messages },
      );
}

export function newLabelsWords(newLabels: number): string {
  if (newLabels === 0) return t('No new labels since this version.');
  return `${newLabels.toLocaleString()} new ${newLabels === 1 ? 'label' : 'labels'} since this version.`;
}

export function thinIntentsWords(thin: number): string {
  if (thin === 0) return t('Every intent has {fewExamples} rows or more.', { fewExamples });
  const intents = thin === 1 ? '1 intent has' : `${thin} intents have`;
  return `${intents} too few rows, fewer than ${fewExamples}:`;
}
