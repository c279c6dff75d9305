import type { CreateIdentityKey } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { CodeBlock } from '../ui/code-block.js';
import { Sheet } from '../ui/dialog.js';
import { areaClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { Segmented } from '../ui/segmented.js';
import { SubmitButton } from '../ui/submit-button.js';
import { useCreateIdentityKey } from './queries.js';
import { t } from '../language/t.js';

export function CreateKeyDialog({ close }: { close: () => void }) {
  const id = useId();
  const create = useCreateIdentityKey();
  const [algorithm, setAlgorithm] = useState<CreateIdentityKey['algorithm']>('HS256');
  const [publicKey, setPublicKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(algorithm === 'HS256' ? { algorithm } : { algorithm, publicKey });
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('New key for signed-in customers')}>
      {create.data ? (
        <div className="space-y-4">
          {create.data.secret ? (
            <>
              <p className="text-compact">
                {t('This is the secret.')} <strong>{t('It is shown this once.')}</strong>{' '}
                {t('Put it where your server keeps its secrets, never into a page.')}
              </p>
              <CodeBlock label={t('Secret')} code={create.data.secret} />
            </>
          ) : (
            <p className="text-compact">{t('The public key is kept. Your server signs with the private one.')}</p>
          )}
          <p className="text-compact text-muted">
            {t('What tokens say as kid in their header:')} <code className="text-ink">{create.data.key.kid}</code>
          </p>
          <div className="flex justify-end">
            <Button tone="primary" onClick={close}>
              {create.data.secret ? t('I have kept it') : t('Done')}
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={submit} className="space-y-4">
          <Segmented
            label={t('Kind of key')}
            value={algorithm}
            onChange={setAlgorithm}
            options={[
              { value: 'HS256', label: t('Shared secret') },
              { value: 'RS256', label: t('Your own key pair') },
            ]}
          />
          <p className="text-compact text-muted">
            {algorithm === 'HS256'
              ? t('HS256: Baton makes a secret that your server signs with. The simplest way.')
              : t(
                  'RS256: your server signs with a private key that never leaves it; Baton checks with the public one.',
                )}
          </p>
          {algorithm === 'RS256' && (
            <FieldRow
              label={t('Public key')}
              htmlFor={`${id}-key`}
              hint={t('PEM, from -----BEGIN PUBLIC KEY----- on.')}
            >
              <textarea
                id={`${id}-key`}
                className={`${areaClass} font-mono text-xs`}
                required
                rows={6}
                maxLength={5000}
                spellCheck={false}
                value={publicKey}
                onChange={(event) => setPublicKey(event.target.value)}
              />
            </FieldRow>
          )}
          <Problem error={create.error} />
          <div className="flex justify-end gap-2">
            <Button onClick={close}>{t('Cancel')}</Button>
            <SubmitButton pending={create.isPending} doing={t('Making…')}>
              {t('Make key')}
            </SubmitButton>
          </div>
        </form>
      )}
    </Sheet>
  );
}
