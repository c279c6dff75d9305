import { useState } from 'react';
import { cx } from './cx.js';
import { fieldClass } from './field.js';
import { FieldRow } from './field-row.js';
import { t } from '../language/t.js';

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** A colour, picked or typed as #rrggbb. `onChange` hears of whole colours only. */
export function ColourField({
  id,
  label,
  hint,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (colour: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const type = (text: string) => {
    const colour = text.startsWith('#') ? text : `#${text}`;
    setTyped(colour);
    if (isColour(colour)) onChange(colour.toLowerCase());
  };
  return (
    <FieldRow
      label={label}
      hint={hint}
      htmlFor={id}
      error={isColour(typed) ? null : t('A colour is written as # and six digits, as in #0f6b5c.')}
    >
      {[
        <div key="both" className="relative">
          <input
            type="color"
            aria-label={t('Pick: {label}', { label })}
            className="absolute top-1.5 start-2 h-6 w-7 cursor-pointer rounded border-0 bg-transparent p-0 disabled:cursor-not-allowed"
            value={value}
            onChange={(event) => type(event.target.value)}
          />
          <input
            id={id}
            className={cx(fieldClass, 'figures ps-12')}
            value={typed}
            maxLength={7}
            spellCheck={false}
            aria-invalid={!isColour(typed)}
            aria-describedby={hint ? `${id}-hint` : undefined}
            onChange={(event) => type(event.target.value.trim())}
          />
        </div>,
      ]}
    </FieldRow>
  );
}
