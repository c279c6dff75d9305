import type { ModelReport } from '#contracts';
import { t } from '../language/t.js';

const rounded = (n: number) => (n < 0.5 ? 'fewer than 1' : String(Math.round(n)));

/** The figures of a model as a sentence about a hundred messages. `answered` and `wrong` are of a hundred. */
export function reportWords({ answered, wrong }: Pick<ModelReport, 'answered' | 'wrong'>, like = 'like yours'): string {
  if (answered === 0) return t('Of 100 messages {like} it would answer none yet: all of them go to people.', { like });
  const mistakes = wrong === 0 ? 'none' : `${wrong < 0.5 ? '' : 'about '}${rounded(wrong)}`;
  return t('Of 100 messages {like} it would answer {answered}, {mistakes} of them wrongly. The others go to people.', {
    like,
    answered: rounded(answered),
    mistakes,
  });
}
