import type { GateCheck } from '#contracts';
import { formatLocale, t } from '../language/t.js';
import { percent } from '../ui/format.js';
import { fraction } from './figures.js';

/** A share in percentage points. */
const points = (share: number) => fraction(100 * share, 1);

/** What a check of the gate found. `titleOf`: of an intent's name. */
export function findingWords(found: GateCheck, titleOf: (intent: string) => string): string {
  switch (found.finding) {
    case 'rows_changed':
      return t(
        'Of {count} messages {gained} became right and {lost} became wrong. At worst the accuracy changes by {points} points.',
        { count: found.rows, gained: found.gained, lost: found.lost, points: points(found.leastGain) },
      );
    case 'aurc_lowered':
      return t('Lower by {low} to {high}, with {certainty} certainty; below zero means higher.', {
        low: fraction(found.low, 4),
        high: fraction(found.high, 4),
        certainty: percent(0.9),
      });
    case 'auroc_changed':
      return t('AUROC {before} before, {after} now. At best it changes by {most}.', {
        before: fraction(found.before),
        after: fraction(found.after),
        most: fraction(found.mostGain),
      });
    case 'nothing_out_of_scope':
      return t('The test set has no out-of-scope messages to tell from the others.');
    case 'recall_compared':
      return recallWords(found, titleOf);
    case 'words_examined':
      return found.overruling.length > 0
        ? t('New examples with {words} contradict what the version before was sure of. Look at them.', {
            words: found.overruling.map((text) => t('“{text}”', { text })).join(', '),
          })
        : t('{count} new messages, and no word in them overrules the others.', { count: found.messages });
    case 'overconfidence':
      return t('Its confidence promises {observed} points too much; up to {limit} may be. ECE {ece}.', {
        observed: points(found.observed),
        limit: points(found.limit),
        ece: fraction(found.ece),
      });
    case 'int8_agreement':
      return found.of > 0
        ? t('The same as in float32 on {same} of {count} messages ({share}).', {
            same: found.same,
            count: found.of,
            share: percent(found.same / found.of, 1),
          })
        : t('There was no message to measure this on.');
    case 'improvement_tested':
      return found.passed
        ? t('It is shown to be better (accuracy: p = {p}).', { p: fraction(found.p) })
        : t('No difference is shown (accuracy: p = {p}).', { p: fraction(found.p) });
    case 'nothing_to_measure':
      return t('There was no message to measure this on.');
    case 'recorded':
      return found.text;
  }
}

function recallWords(
  { tested, lost }: Extract<GateCheck, { finding: 'recall_compared' }>,
  titleOf: (intent: string) => string,
): string {
  if (tested === 0) return t('No intent has enough messages to tell.');
  if (lost.length === 0) {
    return t('{count} intents have enough messages to tell, and none is recognised less well.', { count: tested });
  }
  const intents = new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(lost.map(titleOf));
  return t('Recognised less well: {intents}.', { intents });
}
