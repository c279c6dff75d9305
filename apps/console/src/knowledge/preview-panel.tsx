import { defaultAppearance, type WidgetPreview } from '#contracts';
import { useId, useMemo } from 'react';
import { useInboxes } from '../inboxes/queries.js';
import { fieldClass } from '../ui/field.js';
import { WidgetFrame } from '../widget-preview/widget-frame.js';
import { t } from '../language/t.js';

/** The answer in the widget's own bubble, with values that somebody tries. */
export function PreviewPanel({
  question,
  said,
  locale,
  missing,
  variables,
  values,
  onValues,
}: {
  /** A customer's message; null: none is known. */
  question: string | null;
  said: string;
  locale: string;
  missing: string[];
  variables: string[];
  values: Record<string, string>;
  onValues: (values: Record<string, string>) => void;
}) {
  const id = useId();
  const inbox = useInboxes().data?.inboxes[0];
  const preview = useMemo<WidgetPreview>(
    () => ({
      name: inbox?.name ?? t('Your shop'),
      greeting: '',
      locale,
      appearance: inbox?.appearance ?? defaultAppearance,
      messages: [
        ...(question ? [{ from: 'contact' as const, text: question }] : []),
        ...(said ? [{ from: 'bot' as const, text: said }] : []),
      ],
      open: true,
    }),
    [inbox, question, said, locale],
  );
  return (
    <div className="space-y-3">
      <WidgetFrame
        preview={preview}
        label={said ? t('Preview: {text}', { text: said }) : t('Preview: nothing yet')}
        className="h-144"
      />
      {variables.length > 0 && (
        <fieldset className="rounded-xl border border-line bg-surface p-3">
          <legend className="px-1 text-compact font-medium">{t('Try it with')}</legend>
          <div className="space-y-2">
            {variables.map((name) => (
              <div key={name} className="flex items-center gap-2">
                <label htmlFor={`${id}-${name}`} className="w-2/5 truncate font-mono text-xs" title={name}>
                  {name}
                </label>
                <input
                  id={`${id}-${name}`}
                  className={fieldClass}
                  value={values[name] ?? ''}
                  onChange={(event) => onValues({ ...values, [name]: event.target.value })}
                />
              </div>
            ))}
          </div>
          {missing.length > 0 && (
            <p role="status" className="mt-2 text-xs text-muted">
              {t('Without a value for {names} the bot says none of it and hands over to people.', {
                names: missing.join(', '),
              })}
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}
