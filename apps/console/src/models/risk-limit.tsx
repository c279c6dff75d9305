import type { ThresholdPolicyView } from '#contracts';
import { cx } from '../ui/cx.js';
import { certificationWords } from './certification-words.js';
import { RiskLimitForm } from './risk-limit-form.js';
import { t } from '../language/t.js';

const tones = { good: 'bg-good-soft text-good', warn: 'bg-warn-soft text-warn', plain: 'bg-hover text-muted' };

interface Props {
  policy: ThresholdPolicyView;
  /** The number of the version that answers. */
  version: number | null;
}

/** Whether the bot is proved to keep the risk limit, and the limit itself. */
export function RiskLimit({ policy, version, mayChange }: Props & { mayChange: boolean }) {
  return (
    <>
      <CertificationStatus policy={policy} version={version} />
      <RiskLimitForm policy={policy} mayChange={mayChange} />
    </>
  );
}

function CertificationStatus({ policy, version }: Props) {
  const { badge, tone, serving, because } = certificationWords(policy, version);
  return (
    <div className="space-y-2 p-4 text-compact" role="status" aria-label={t('Certified threshold')}>
      <span className={cx('inline-flex rounded-full px-2 py-px text-xs font-medium', tones[tone])}>{badge}</span>
      <p>{serving}</p>
      <p className="text-muted">{because}</p>
    </div>
  );
}
