import type { ModelOutlook, ModelReport } from '#contracts';
import { t } from '../language/t.js';

type From = NonNullable<ModelOutlook['answers']>['from'];

/** The figures of a model as a sentence about a hundred messages. `answered` and `wrong` are of a hundred. */
export function reportWords(
  { answered, wrong }: Pick<ModelReport, 'answered' | 'wrong'>,
  from: From = 'test_set',
): string {
  if (answered === 0) {
    return from === 'last_month'
      ? t('Of 100 messages like last month’s it would answer none yet: all of them go to people.')
      : t('Of 100 messages like yours it would answer none yet: all of them go to people.');
  }
  const figures = {
    answered: answered < 0.5 ? t('fewer than 1') : Math.round(answered),
    mistakes: mistakesWords(wrong),
  };
  return from === 'last_month'
    ? t('Of 100 messages like last month’s it would answer {answered}, {mistakes}. The others go to people.', figures)
    : t('Of 100 messages like yours it would answer {answered}, {mistakes}. The others go to people.', figures);
}

function mistakesWords(wrong: number): string {
  if (wrong === 0) return t('none of them wrongly');
  return wrong < 0.5
    ? t('fewer than 1 of them wrongly')
    : t('about {wrong} of them wrongly', { wrong: Math.round(wrong) });
}
