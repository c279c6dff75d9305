import type { RiskLimits } from '#contracts';
import { useId, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { Overtaken } from '../ui/overtaken.js';
import { Problem } from '../ui/problem.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useDraft } from '../ui/use-draft.js';
import { useSaveLimits } from './queries.js';

/** Fields are in percent with one decimal, limits are fractions. */
const toPercent = (share: number) => String(Number((share * 100).toFixed(1)));
const toShare = (percent: string) => Number((Number(percent) / 100).toFixed(3));

function asTyped({ riskLimit, confidenceLevel, certifiedOnly }: RiskLimits) {
  return { risk: toPercent(riskLimit), confidence: toPercent(confidenceLevel), certifiedOnly };
}

export function RiskLimitForm({ limits, mayChange }: { limits: RiskLimits; mayChange: boolean }) {
  const save = useSaveLimits();
  const typed = useDraft(asTyped(limits));
  const { risk, confidence, certifiedOnly } = typed.draft;
  const change = (patch: Partial<typeof typed.draft>) => typed.setDraft({ ...typed.draft, ...patch });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = { riskLimit: toShare(risk), confidenceLevel: toShare(confidence), certifiedOnly };
    save.mutate(changed, {
      onSuccess: (saved) => {
        typed.setDraft(asTyped(saved));
        say('good', 'The risk limit is saved.');
      },
    });
  };
  return (
    <form onSubmit={submit} className="border-t border-line p-4">
      <fieldset disabled={!mayChange} className="space-y-4">
        <div className="grid grid-cols-2 gap-3">
          <Percent
            label="Wrong at most"
            min={0.1}
            max={50}
            value={risk}
            onChange={(value) => change({ risk: value })}
            about="of automatic answers"
          />
          <Percent
            label="Sure by"
            min={50}
            max={99.9}
            value={confidence}
            onChange={(value) => change({ confidence: value })}
            about="confidence level"
          />
        </div>
        <Toggle
          checked={certifiedOnly}
          onChange={(checked) => change({ certifiedOnly: checked })}
          label="Answer only by a certified threshold"
          explanation="Without one every message goes to people. Off: the model’s own provisional threshold serves meanwhile."
        />
        <Overtaken by={typed} />
        <Problem error={save.error} />
        {mayChange && (
          <Button type="submit" tone="primary" disabled={save.isPending}>
            {save.isPending ? 'Saving…' : 'Save limit'}
          </Button>
        )}
      </fieldset>
    </form>
  );
}

function Percent({
  label,
  about,
  onChange,
  ...field
}: {
  label: string;
  about: string;
  min: number;
  max: number;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-compact font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          type="number"
          required
          step={0.1}
          {...field}
          onChange={(event) => onChange(event.target.value)}
          aria-describedby={`${id}-about`}
          className={`${fieldClass} figures pr-8`}
        />
        <span aria-hidden className="pointer-events-none absolute top-2 right-3 text-muted">
          %
        </span>
      </div>
      <p id={`${id}-about`} className="mt-1 text-xs text-muted">
        <span className="sr-only">Percent, </span>
        {about}
      </p>
    </div>
  );
}
