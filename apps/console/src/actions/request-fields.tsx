import type { ActionSettings } from '#contracts';
import { areaClass, fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Segmented } from '../ui/segmented.js';
import { marksOf } from './draft.js';
import type { ActionProblems } from './problems.js';
import { SecretField } from './secret-field.js';
import { t } from '../language/t.js';

/** The HTTP call itself. */
export function RequestFields({
  id,
  settings,
  set,
  problems,
  hasSecret,
}: {
  id: string;
  settings: ActionSettings;
  set: (part: Partial<ActionSettings>) => void;
  problems: ActionProblems;
  hasSecret: boolean;
}) {
  const marks = marksOf(settings);
  return (
    <>
      <Segmented
        label={t('Method')}
        value={settings.method}
        onChange={(method) => set({ method })}
        options={[
          { value: 'GET', label: 'GET' },
          { value: 'POST', label: 'POST' },
        ]}
      />
      <FieldRow
        label={t('Address')}
        htmlFor={`${id}-url`}
        error={problems['url']}
        hint={
          marks.length > 0 ? (
            <>
              {t('Marks to use:')}{' '}
              {marks.map((mark) => (
                <code key={mark} className="me-1.5 font-mono text-ink">{`{{${mark}}}`}</code>
              ))}
            </>
          ) : (
            t('What a slot holds is put in the place of its {mark}.', { mark: '{{mark}}' })
          )
        }
      >
        <input
          id={`${id}-url`}
          className={`${fieldClass} font-mono text-compact`}
          value={settings.url}
          maxLength={2000}
          placeholder="https://api.shop.example/orders/{{orderNumber}}"
          spellCheck={false}
          onChange={(event) => set({ url: event.target.value })}
        />
      </FieldRow>
      {settings.method === 'POST' && (
        <FieldRow
          label={t('JSON body')}
          htmlFor={`${id}-body`}
          error={problems['body']}
          hint={t('Empty: the slots as one object.')}
        >
          <textarea
            id={`${id}-body`}
            className={`${areaClass} font-mono text-compact`}
            value={settings.body}
            maxLength={5000}
            placeholder={'{ "order": "{{orderNumber}}" }'}
            spellCheck={false}
            onChange={(event) => set({ body: event.target.value })}
          />
        </FieldRow>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <FieldRow label={t('Secret header')} htmlFor={`${id}-header`} error={problems['headerName']}>
          <input
            id={`${id}-header`}
            className={fieldClass}
            value={settings.headerName}
            maxLength={100}
            placeholder="Authorization"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => set({ headerName: event.target.value })}
          />
        </FieldRow>
        <SecretField
          id={`${id}-secret`}
          saved={hasSecret}
          value={settings.headerSecret}
          error={problems['headerSecret']}
          onChange={(headerSecret) => set({ headerSecret })}
        />
      </div>
      <FieldRow
        label={t('Time limit, ms')}
        htmlFor={`${id}-timeout`}
        error={problems['timeoutMs']}
        hint={t('From the call to the last byte. Later, people answer.')}
      >
        <input
          id={`${id}-timeout`}
          type="number"
          className={`${fieldClass} max-w-32`}
          min={100}
          max={10_000}
          step={100}
          value={settings.timeoutMs}
          onChange={(event) => set({ timeoutMs: event.target.valueAsNumber || 0 })}
        />
      </FieldRow>
    </>
  );
}
