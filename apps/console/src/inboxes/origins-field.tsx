import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { originOf } from './origins.js';
import { t } from '../language/t.js';

/** The contract's limit. */
const most = 50;

/** The sites on which the widget may open this inbox. */
export function OriginsField({
  id,
  origins,
  onChange,
}: {
  id: string;
  origins: string[];
  onChange: (origins: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = () => {
    const origin = originOf(typed);
    if (!origin) return setError(t('This is no site. Write it as https://shop.example.'));
    if (origins.length >= most) return setError(t('An inbox allows at most {most} sites.', { most }));
    setError(null);
    setTyped('');
    if (!origins.includes(origin)) onChange([...origins, origin]);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <FieldRow
      label={t('Allowed sites')}
      htmlFor={id}
      error={error}
      hint={
        origins.length === 0
          ? t('None: any site may show this chat. Add your shop’s address to allow it alone.')
          : undefined
      }
    >
      {[
        <div key="add" className="flex gap-2">
          <input
            id={id}
            className={fieldClass}
            value={typed}
            placeholder="https://shop.example"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={error !== null}
            aria-describedby={error ? `${id}-error` : `${id}-hint`}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={keyDown}
          />
          <Button className="h-9" disabled={typed.trim() === ''} onClick={add}>
            {t('Add')}
          </Button>
        </div>,
        origins.length > 0 && (
          <ul key="list" className="mt-2 flex flex-wrap gap-1.5">
            {origins.map((origin) => (
              <li
                key={origin}
                className="flex items-center gap-1 rounded-lg bg-hover py-0.5 pr-0.5 pl-2.5 text-compact"
              >
                {origin}
                <IconButton
                  label={t('Remove {origin}', { origin })}
                  className="size-6"
                  onClick={() => onChange(origins.filter((other) => other !== origin))}
                >
                  <X size={13} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        ),
      ]}
    </FieldRow>
  );
}
