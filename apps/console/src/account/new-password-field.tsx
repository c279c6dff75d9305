import { useState } from 'react';
import { cx } from '../ui/cx.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { shortestPassword, usePasswordStrength } from './password-strength.js';
import { t } from '../language/t.js';

/** By the score of zxcvbn; the server takes what is good or better. */
const words = [
  t('Guessed at once'),
  t('Too easy to guess'),
  t('Still too easy to guess'),
  t('Good'),
  t('Strong'),
] as const;
const goodFrom = 3;

/** A password to be chosen, with what is thought of it so far. */
export function NewPasswordField({
  id,
  label = t('Password'),
  value,
  onChange,
  about,
}: {
  id: string;
  label?: string;
  value: string;
  onChange: (value: string) => void;
  /** What is known of the person and makes a bad password: name, e-mail. */
  about: string[];
}) {
  const [shown, setShown] = useState(false);
  const strength = usePasswordStrength(value, about.filter(Boolean));
  const tooShort = value.length < shortestPassword;
  const score = tooShort ? 0 : strength?.score;

  return (
    <FieldRow
      label={label}
      htmlFor={id}
      hint={
        <>
          <Meter score={value === '' ? undefined : score} />
          <div className="flex items-start justify-between gap-3">
            <p aria-live="polite">
              {tooShort
                ? t('At least {shortestPassword} characters. Four or five unrelated words are easy to keep in mind.', {
                    shortestPassword,
                  })
                : score !== undefined && [`${words[score]}.`, ...(strength?.advice ?? [])].join(' ')}
            </p>
            <button
              type="button"
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
              className="shrink-0 rounded font-medium text-accent underline-offset-2 hover:underline"
            >
              {shown ? t('Hide') : t('Show')}
            </button>
          </div>
        </>
      }
    >
      <input
        id={id}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        required
        minLength={shortestPassword}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={fieldClass}
      />
    </FieldRow>
  );
}

function Meter({ score }: { score: number | undefined }) {
  return (
    <div aria-hidden className="mt-1.5 mb-1 flex gap-1">
      {[1, 2, 3, 4].map((bar) => (
        <span
          key={bar}
          className={cx(
            'h-1 flex-1 rounded-full transition-colors',
            score === undefined || bar > Math.max(1, score) ? 'bg-line' : score >= goodFrom ? 'bg-good' : 'bg-bad',
          )}
        />
      ))}
    </div>
  );
}
