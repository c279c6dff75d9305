import type { ActionSettings, TestedAction } from '#contracts';
import { Play } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { Badge } from '../ui/badge.js';
import { Card } from '../ui/card.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { JsonTree } from './json-tree.js';
import { refusedFields } from './problems.js';
import { useTestAction } from './queries.js';
import { t } from '../language/t.js';

/** Calls the shop with settings that need not be saved, and shows all that went out and came back. */
export function TestPanel({
  actionId,
  settings,
  onPick,
}: {
  actionId: string | null;
  settings: ActionSettings;
  /** A place in the answer that is to become a variable. */
  onPick: (path: string) => void;
}) {
  const id = useId();
  const test = useTestAction();
  const [values, setValues] = useState<Record<string, string>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const slots = Object.fromEntries(settings.slots.map(({ name }) => [name, values[name] ?? '']));
    test.mutate({ ...(actionId ? { id: actionId } : {}), settings, slots });
  };
  return (
    <Card title={t('Test')}>
      <form onSubmit={submit} className="space-y-3 p-4">
        {settings.slots.length === 0 && (
          <p className="text-compact text-muted">{t('Nothing to fill in: the call needs nothing of the customer.')}</p>
        )}
        {settings.slots.map(({ name, choices }) => (
          <FieldRow key={name} label={name} htmlFor={`${id}-${name}`}>
            <input
              id={`${id}-${name}`}
              className={fieldClass}
              value={values[name] ?? ''}
              maxLength={500}
              placeholder={choices.join(', ')}
              autoComplete="off"
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </FieldRow>
        ))}
        <SubmitButton pending={test.isPending} doing={t('Calling…')} tone="plain">
          <Play size={14} aria-hidden /> {t('Call the shop')}
        </SubmitButton>
        <Problem error={test.error} />
        {Object.values(refusedFields(test.error)).map((sentence) => (
          <p key={sentence} className="text-compact text-bad">
            {sentence}
          </p>
        ))}
      </form>
      <div aria-live="polite">{test.data && <Result tested={test.data} settings={settings} onPick={onPick} />}</div>
    </Card>
  );
}

function Result({
  tested: { request, response, outputs, confirmed, problem },
  settings,
  onPick,
}: {
  tested: TestedAction;
  settings: ActionSettings;
  onPick: (path: string) => void;
}) {
  return (
    <div className="space-y-4 border-t border-line p-4 text-compact">
      <div>
        <h3 className="caption mb-1">{t('Request')}</h3>
        <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-xs break-all">
          {request.method} {request.url}
        </p>
        {request.body !== null && (
          <pre className="mt-1 overflow-x-auto rounded-lg bg-sunken px-3 py-2 font-mono text-xs">{request.body}</pre>
        )}
      </div>
      {problem && (
        <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-bad">
          {problem}
        </p>
      )}
      {response && (
        <div>
          <div className="mb-1 flex items-center gap-2">
            <h3 className="caption">{t('Answer')}</h3>
            <Badge tone={response.status < 400 ? 'good' : 'bad'}>{response.status}</Badge>
            <span className="figures text-xs text-muted">{t('{ms} ms', { ms: Math.round(response.ms) })}</span>
          </div>
          <JsonTree text={response.body} taken={settings.outputs.map(({ path }) => path)} onPick={onPick} />
        </div>
      )}
      {confirmed !== null && (
        <p className={confirmed ? 'text-good' : 'text-warn'}>
          {confirmed
            ? t('The answer confirms what was given: a customer would be told.')
            : t('The answer does not confirm what was given: a customer would be told nothing of it.')}
        </p>
      )}
      {Object.keys(outputs).length > 0 && (
        <table className="w-full">
          <caption className="caption mb-1 text-left">{t('Variables')}</caption>
          <tbody>
            {Object.entries(outputs).map(([name, value]) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-3 text-left font-mono text-xs font-normal">{`{{${name}}}`}</th>
                <td className="py-1.5 break-all">
                  {value ?? <span className="text-muted">{t('nothing there')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
