import type { ThresholdPolicyView } from '#contracts';
import { percent } from '../ui/format.js';
import { fraction } from './figures.js';
import { t } from '../language/t.js';

export interface CertificationWords {
  badge: string;
  tone: 'good' | 'warn' | 'plain';
  /** From which confidence the bot answers now. */
  serving: string;
  /** What it rests on, or what is missing. */
  because: string;
}

/** To two decimals and never upwards: the last step might leave out messages that the certificate counts. */
const confidence = (threshold: number) => fraction(Math.floor(threshold * 100 + 1e-9) / 100, 2);

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
      serving: t('Version {version} answers from a confidence of {threshold}.', {
        version: version ?? '–',
        threshold: confidence(certification.threshold),
      }),
      because: [
        t('{coverage} of the {count} messages it was certified on reach it.', {
          coverage: percent(certification.coverage),
          count: nCalibration,
        }),
        outOfScope(policy),
      ].join(' '),
    };
  }
  if (certification.state === 'pending') {
    const { threshold } = certification;
    const serving =
      threshold === null
        ? uncertified(policy, version)
        : t('Meanwhile version {version} answers from a confidence of {threshold}, certified for a stricter limit.', {
            version: version ?? '–',
            threshold: confidence(threshold),
          });
    return {
      badge: t('Being certified'),
      tone: 'plain',
      serving,
      because: t('The limit is being tested on {count} messages. This takes seconds.', { count: nCalibration }),
    };
  }
  const badge = certifiedOnly ? t('Answers nothing') : t('Provisional');
  const serving = uncertified(policy, version);
  const because =
    certification.state === 'too_few_labels'
      ? [
          t('About {count} labelled messages are missing to certify one; {calibration} could be used.', {
            count: certification.missingLabels,
            calibration: nCalibration,
          }),
          t('Every conversation that an agent resolves with an intent counts after the next training.'),
        ]
      : [
          t('Even its surest answers to {count} messages are wrong more often than the limit allows.', {
            count: nCalibration,
          }),
          t('More labels alone will not do: allow a higher limit, or teach it where it errs.'),
        ];
  return { badge, tone: 'warn', serving, because: because.join(' ') };
}

function uncertified({ certifiedOnly, now }: ThresholdPolicyView, version: number | null): string {
  if (version === null) return t('No version answers yet.');
  if (certifiedOnly) return t('No threshold is certified, so every message goes to people.');
  return now
    ? t(
        'Version {version} answers provisionally from a confidence of {threshold}, which does not promise to keep the limit.',
        { version, threshold: confidence(now.threshold) },
      )
    : t('Version {version} answers provisionally by its own threshold, which does not promise to keep the limit.', {
        version,
      });
}

function outOfScope({ nOutOfScope }: ThresholdPolicyView): string {
  return nOutOfScope > 0
    ? t('{count} of them are out of scope.', { count: nOutOfScope })
    : t('None of them is out of scope: about such messages the limit says nothing.');
}
