import { fewExamples, type ModelOutlook } from '#contracts';
import { reportWords } from './report-words.js';
import { t } from '../language/t.js';

type Answers = ModelOutlook['answers'];

/** What the version is worth, of a hundred messages. */
export function answersWords(answers: Answers): string {
  if (answers === null)
    return t('Nobody knows yet how good it is: there were too few messages to put some aside and test it.');
  return reportWords(answers, answers.from);
}

/** On what that is counted. */
export function basisWords(answers: Answers, version: number): string | null {
  if (answers === null) return null;
  const count = answers.nMessages;
  return answers.from === 'last_month'
    ? [
        t('How many: counted on the {count} messages that version {version} has read in the last 30 days.', {
          count,
          version,
        }),
        t('How many wrongly: from its test, on messages that it had never seen.'),
      ].join(' ')
    : t(
        'Counted on the {count} messages of its test, which it had never seen: it has read too few of your customers’ in the last 30 days.',
        { count },
      );
}

export function newLabelsWords(newLabels: number): string {
  if (newLabels === 0) return t('No new labels since this version.');
  return t('{count} new labels since this version.', { count: newLabels });
}

export function thinIntentsWords(thin: number): string {
  if (thin === 0) return t('Every intent has {fewExamples} rows or more.', { fewExamples });
  return t('{count} intents have too few rows, fewer than {fewExamples}:', { count: thin, fewExamples });
}
