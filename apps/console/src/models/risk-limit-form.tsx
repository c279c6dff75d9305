import type { RiskLimits } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { sentence } from '../connection/rest.js';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useSaveLimits } from './queries.js';

/** Fields are in percent with one decimal, limits are fractions. */
const toPercent = (share: number) => String(Number((share * 100).toFixed(1)));
const toShare = (percent: string) => Number((Number(percent) / 100).toFixed(3));

export function RiskLimitForm({ limits, mayChange }: { limits: RiskLimits; mayChange: boolean }) {
  const save = useSaveLimits();
  const [risk, setRisk] = useState(toPercent(limits.riskLimit));
  const [confidence, setConfidence] = useState(toPercent(limits.confidenceLevel));
  const [certifiedOnly, setCertifiedOnly] = useState(limits.certifiedOnly);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = { riskLimit: toShare(risk), confidenceLevel: toShare(confidence), certifiedOnly };
    save.mutate(changed, { onSuccess: () => say('good', 'The risk limit is saved.') });
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
            onChange={setRisk}
            about="of automatic answers"
          />
          <Percent
            label="Sure by"
            min={50}
            max={99.9}
            value={confidence}
            onChange={setConfidence}
            about="confidence level"
          />
        </div>
        <Toggle
          checked={certifiedOnly}
          onChange={setCertifiedOnly}
          label="Answer only by a certified threshold"
          explanation="Without one every message goes to people. Off: the model’s own provisional threshold serves meanwhile."
        />
        {save.isError && (
          <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
            {sentence(save.error)}
          </p>
        )}
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
