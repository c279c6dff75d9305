import type { ThresholdPolicyView } from '#contracts';
import { percent } from '../ui/format.js';
import { t } from '../language/t.js';

export interface CertificationWords {
  badge: string;
  tone: 'good' | 'warn' | 'plain';
  /** From which confidence the bot answers now. */
  serving: string;
  /** What it rests on, or what is missing. */
  because: string;
}

const whole = (n: number) => n.toLocaleString();
/** To two decimals and never upwards: the last step might leave out messages that the certificate counts. */
const confidence = (threshold: number) => (Math.floor(threshold * 100 + 1e-9) / 100).toFixed(2);

/** Whether the bot keeps the risk limit, in words. `version`: the number of the version that is answering. */
export function certificationWords(policy: ThresholdPolicyView, version: number | null): CertificationWords {
  const { certification, certifiedOnly, nCalibration } = policy;
  if (!certification) {
    const because = version
      ? t('The active version was made before thresholds were certified. Retrain, and it is judged.')
      : t('The first version is judged when it is trained.');
    return { badge: t('Not judged yet'), tone: 'plain', serving: uncertified(policy, version), because };
  }
  if (certification.state === 'certified') {
    return {
      badge: t('Certified'),
      tone: 'good',
      serving: `Version ${version ?? '–'} answers from a confidence of ${confidence(certification.threshold)}.`,
      because: t('{coverage} of the {calibration} messages it was certified on reach it. {policy}', {
        coverage: percent(certification.coverage),
        calibration: whole(nCalibration),
        policy: outOfScope(policy),
      }),
    };
  }
  if (certification.state === 'pending') {
    const { threshold } = certification;
    const serving =
      threshold === null
        ? uncertified(policy, version)
        : `Meanwhile version ${version ?? '–'} answers from a confidence of ${confidence(threshold)}, certified for a stricter limit.`;
    return {
      badge: t('Being certified'),
      tone: 'plain',
      serving,
      because: t('The limit is being tested on {calibration} messages. This takes seconds.', {
        calibration: whole(nCalibration),
      }),
    };
  }
  const badge = certifiedOnly ? t('Answers nothing') : t('Provisional');
  const serving = uncertified(policy, version);
  const because =
    certification.state === 'too_few_labels'
      ? t(
          'About {missingLabels} labelled messages are missing to certify one; {calibration} could be used. Every conversation that an agent resolves with an intent counts after the next training.',
          { missingLabels: whole(certification.missingLabels), calibration: whole(nCalibration) },
        )
      : t(
          'Even its surest answers to {calibration} messages are wrong more often than the limit allows. More labels alone will not do: allow a higher limit, or teach it where it errs.',
          { calibration: whole(nCalibration) },
        );
  return { badge, tone: 'warn', serving, because };
}

function uncertified({ certifiedOnly, now }: ThresholdPolicyView, version: number | null): string {
  if (version === null) return t('No version answers yet.');
  if (certifiedOnly) return t('No threshold is certified, so every message goes to people.');
  const from = now
    ? t('from a confidence of {threshold}', { threshold: confidence(now.threshold) })
    : 'by its own threshold';
  return t('Version {version} answers provisionally {from}, which does not promise to keep the limit.', {
    version,
    from,
  });
}

function outOfScope({ nOutOfScope }: ThresholdPolicyView): string {
  return nOutOfScope > 0
    ? t('{outOfScope} of them are out of scope.', { outOfScope: whole(nOutOfScope) })
    : t('None of them is out of scope: about such messages the limit says nothing.');
}
