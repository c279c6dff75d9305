import { testedConfidenceLevels, testedRisks, type RiskLimits, type ThresholdPolicyView } from '#contracts';
import { TriangleAlert } from 'lucide-react';
import { useId, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { FieldRow } from '../ui/field-row.js';
import { Overtaken } from '../ui/overtaken.js';
import { Problem } from '../ui/problem.js';
import { Select } from '../ui/select.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useDraft } from '../ui/use-draft.js';
import { useSaveLimits } from './queries.js';
import { EffectLegend, LimitEffect } from './risk-limit-effect.js';
import { limitLabel, previewOf } from './risk-limit-words.js';
import { t } from '../language/t.js';

const limitsOf = ({ riskLimit, confidenceLevel, certifiedOnly }: RiskLimits): RiskLimits => ({
  riskLimit,
  confidenceLevel,
  certifiedOnly,
});

export function RiskLimitForm({ policy, mayChange }: { policy: ThresholdPolicyView; mayChange: boolean }) {
  const save = useSaveLimits();
  const limits = useDraft(limitsOf(policy));
  const { riskLimit, confidenceLevel, certifiedOnly } = limits.draft;
  const change = (patch: Partial<RiskLimits>) => limits.setDraft({ ...limits.draft, ...patch });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(limits.draft, {
      onSuccess: (saved) => {
        limits.setDraft(limitsOf(saved));
        say('good', t('The risk limit is saved.'));
      },
    });
  };
  return (
    <form onSubmit={submit} className="border-t border-line p-4">
      <fieldset disabled={!mayChange} className="space-y-4">
        <div className="grid grid-cols-2 gap-3">
          <Share
            label={t('Wrong at most')}
            hint={t('of automatic answers')}
            shares={[...testedRisks, policy.riskLimit]}
            value={riskLimit}
            onChange={(value) => change({ riskLimit: value })}
            disabled={!mayChange}
          />
          <Share
            label={t('Sure by')}
            hint={t('confidence level')}
            shares={[...testedConfidenceLevels, policy.confidenceLevel]}
            value={confidenceLevel}
            onChange={(value) => change({ confidenceLevel: value })}
            disabled={!mayChange}
          />
        </div>
        <Toggle
          checked={certifiedOnly}
          onChange={(checked) => change({ certifiedOnly: checked })}
          label={t('Answer only by a certified threshold')}
          explanation={t(
            'Without one every message goes to people. Off: a provisional one serves, never laxer than what is certified for a laxer limit. Off, too: an answer that first says what it takes the message for is held to twice the limit.',
          )}
        />
        <Comparison policy={policy} draft={limits.draft} changed={limits.changed} />
        <Overtaken by={limits} />
        <Problem error={save.error} />
        {mayChange && (
          <Button type="submit" tone="primary" disabled={save.isPending}>
            {save.isPending ? t('Saving…') : t('Save limit')}
          </Button>
        )}
      </fieldset>
    </form>
  );
}

/** What the bot does now, and what it would do under the limits that are chosen, before they are saved. */
function Comparison({ policy, draft, changed }: { policy: ThresholdPolicyView; draft: RiskLimits; changed: boolean }) {
  const after = changed ? previewOf(policy, draft) : null;
  if (!policy.now) return null;
  return (
    <div role="status" aria-label={t('Effect of the limit')} className="space-y-3 text-compact">
      <LimitEffect when={t('Now')} effect={policy.now} />
      {after && <LimitEffect when={t('After')} effect={after.effect} />}
      <EffectLegend />
      {after?.unproved && (
        <p className="flex items-start gap-1.5 text-warn">
          <TriangleAlert size={15} className="mt-0.5 shrink-0" aria-hidden />
          {after.unproved}
        </p>
      )}
    </div>
  );
}

/** One of the shares on offer. */
function Share({
  label,
  hint,
  shares,
  value,
  onChange,
  disabled,
}: {
  label: string;
  hint: string;
  shares: readonly number[];
  value: number;
  onChange: (value: number) => void;
  disabled: boolean;
}) {
  const id = useId();
  const options = [...new Set(shares)]
    .toSorted((a, b) => a - b)
    .map((share) => ({ value: String(share), label: limitLabel(share) }));
  return (
    <FieldRow label={label} hint={hint} htmlFor={id}>
      <Select
        id={id}
        label={label}
        value={String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
        options={options}
        disabled={disabled}
      />
    </FieldRow>
  );
}
