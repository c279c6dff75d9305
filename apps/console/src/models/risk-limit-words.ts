import type { LimitOption, RiskLimits, ThresholdEffect, ThresholdPolicyView } from '#contracts';
import { percent } from '../ui/format.js';
import { t } from '../language/t.js';

const nothing: ThresholdEffect = { threshold: 1, coverage: 0, expectedWrong: 0 };

/** What saving these limits would come to: null while no version has been judged, or for limits that are not on offer. */
export interface Preview {
  effect: ThresholdEffect;
  /** Why the limits are not proved; null: they are. */
  unproved: string | null;
}

export function previewOf({ options }: Pick<ThresholdPolicyView, 'options'>, wanted: RiskLimits): Preview | null {
  const option = options.find(
    ({ riskLimit, confidenceLevel }) => riskLimit === wanted.riskLimit && confidenceLevel === wanted.confidenceLevel,
  );
  if (!option) return null;
  const unproved = whyUnproved(option);
  return { effect: unproved && wanted.certifiedOnly ? nothing : option, unproved };
}

function whyUnproved({ certification }: LimitOption): string | null {
  switch (certification.state) {
    case 'certified':
      return null;
    case 'too_few_labels':
      return t('Not proved yet: about {count} more labelled messages would do.', {
        count: certification.missingLabels,
      });
    case 'too_often_wrong':
      return t('Not proved: even its surest answers are wrong more often than this. More labels alone will not do.');
    case 'pending':
      return certification.threshold === null ? t('Not tested yet: once it is saved, that takes seconds.') : null;
  }
}

/** To whole percent and never upwards: the last step might leave out messages that are counted. */
const inHundred = (share: number) => Math.floor(share * 100 + 1e-9);

/** "answers from 80 in 100; of 100 messages like yours it answers 71, about 2 of them wrongly." */
export function effectWords({ threshold, coverage, expectedWrong }: ThresholdEffect): string {
  if (coverage === 0) return t('answers nothing; all messages go to people.');
  return t('answers from {threshold} in 100; of 100 messages like yours it answers {answered}, {mistakes}.', {
    threshold: inHundred(threshold),
    answered: atLeastOne(100 * coverage),
    mistakes: wrongly(expectedWrong),
  });
}

function wrongly(expected: number): string {
  if (expected === 0) return t('none of them wrongly as far as is known');
  return expected < 1
    ? t('fewer than one of them wrongly')
    : t('about {wrong} of them wrongly', { wrong: Math.round(expected) });
}

const atLeastOne = (count: number) => (count < 1 ? t('fewer than one') : Math.round(count));

/** The parts of 100 messages, as a picture shows them. */
export function partsOf({ coverage, expectedWrong }: ThresholdEffect) {
  return { right: 100 * coverage - expectedWrong, wrong: expectedWrong, people: 100 * (1 - coverage) };
}

/** "5%", "0.5%". */
export const limitLabel = (share: number) => percent(share, Number.isInteger(Number((share * 100).toFixed(3))) ? 0 : 1);
