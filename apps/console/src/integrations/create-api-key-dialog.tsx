import { apiScope, type ApiScope } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { Select } from '../ui/select.js';
import { SubmitButton } from '../ui/submit-button.js';
import { CheckList } from './check-list.js';
import { OnceShown } from './once-shown.js';
import { useCreateApiKey } from './queries.js';
import { scopeWords } from './words.js';
import { t } from '../language/t.js';

const day = 86_400_000;
const lifetimes = [
  { value: '90', label: '90 days' },
  { value: '365', label: t('One year') },
  { value: '', label: t('Never') },
] as const;
const scopes = apiScope.options.map((value) => ({ value, about: scopeWords[value] }));

export function CreateApiKeyDialog({ close }: { close: () => void }) {
  const id = useId();
  const create = useCreateApiKey();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ApiScope[]>(['conversations:read']);
  const [days, setDays] = useState<(typeof lifetimes)[number]['value']>('365');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = days === '' ? null : new Date(Date.now() + Number(days) * day).toISOString();
    create.mutate({ name: name.trim(), scopes: chosen, expiresAt });
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('New API key')}>
      {create.data ? (
        <OnceShown said={t('This is the key.')} label={t('The key')} secret={create.data.token} close={close}>
          {t('Send it as {header}.', { header: 'Authorization: Bearer …' })}{' '}
          {t('Put it where your program keeps its secrets, never into a page.')}
        </OnceShown>
      ) : (
        <form onSubmit={submit} className="space-y-4">
          <FieldRow
            label={t('Name')}
            htmlFor={`${id}-name`}
            hint={t('What the program writes stands under this name; customers see it.')}
          >
            <input
              id={`${id}-name`}
              className={fieldClass}
              required
              maxLength={100}
              pattern=".*\S.*"
              placeholder={t('Order system')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </FieldRow>
          <CheckList legend={t('It may')} options={scopes} chosen={chosen} onChange={setChosen} />
          <FieldRow label={t('Expires after')} htmlFor={`${id}-days`}>
            <Select id={`${id}-days`} label={t('Expires after')} value={days} onChange={setDays} options={lifetimes} />
          </FieldRow>
          <Problem error={create.error} />
          <div className="flex justify-end gap-2">
            <Button onClick={close}>{t('Cancel')}</Button>
            <SubmitButton pending={create.isPending} doing={t('Making…')} disabled={chosen.length === 0}>
              {t('Make key')}
            </SubmitButton>
          </div>
        </form>
      )}
    </Sheet>
  );
}
