import type { ApiKeyView } from '#contracts';
import { BookOpen, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Confirm } from '../ui/dialog.js';
import { fullTime } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { CreateApiKeyDialog } from './create-api-key-dialog.js';
import { DocsLink } from './docs-link.js';
import { useApiKeys, useRevokeApiKey } from './queries.js';
import { keyState } from './words.js';
import { t } from '../language/t.js';

export default function ApiKeysSettings() {
  const keys = useApiKeys();
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={t('API keys')}
      description={t(
        'With a key another program can read and write conversations, customers and training data: what its scopes name, and nothing else.',
      )}
      actions={
        <Button tone="primary" onClick={() => setCreating(true)}>
          <Plus size={15} aria-hidden /> {t('New key')}
        </Button>
      }
    >
      <Loaded query={keys} what={t('The keys')}>
        {({ keys: all }) => (
          <Card title={t('All keys')} actions={<DocsLink icon={BookOpen}>{t('How to use the API')}</DocsLink>}>
            {all.length === 0 ? (
              <Placeholder icon={KeyRound} title={t('No key yet')}>
                {t('Make one for each program, so that each can be stopped by itself.')}
              </Placeholder>
            ) : (
              <ul className="divide-y divide-line">
                {all.map((key) => (
                  <KeyRow key={key.id} apiKey={key} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </Loaded>
      {creating && <CreateApiKeyDialog close={() => setCreating(false)} />}
    </Page>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKeyView }) {
  const { id, name, prefix, scopes, createdByName, createdAt, lastUsedAt, expiresAt, revokedAt } = apiKey;
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeApiKey();
  const state = keyState(apiKey, useNow());
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-56 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2 text-compact font-medium wrap-anywhere">
          {name}
          <code className="text-xs font-normal text-muted">{prefix}…</code>
        </p>
        <ul aria-label={t('Scopes')} className="flex flex-wrap gap-1">
          {scopes.map((scope) => (
            <li key={scope} className="rounded bg-hover px-1.5 py-px font-mono text-xs text-muted">
              {scope}
            </li>
          ))}
        </ul>
        <p className="text-xs text-muted">
          {[
            createdByName
              ? t('Made {date} by {name}', { date: fullTime(createdAt), name: createdByName })
              : t('Made {date}', { date: fullTime(createdAt) }),
            lastUsedAt ? t('last used {date}', { date: fullTime(lastUsedAt) }) : t('never used'),
            state === 'valid' && expiresAt ? t('expires {date}', { date: fullTime(expiresAt) }) : [],
          ]
            .flat()
            .join(' · ')}
        </p>
      </div>
      {state === 'valid' && (
        <div className="flex items-center gap-3">
          <Badge tone="good">{t('Valid')}</Badge>
          <Button
            small
            disabled={revoke.isPending}
            onClick={() => setAsking(true)}
            aria-label={t('Revoke {name}', { name })}
          >
            {t('Revoke')}
          </Button>
        </div>
      )}
      {state === 'revoked' && <Badge>{t('Revoked {revokedAt}', { revokedAt: fullTime(revokedAt!) })}</Badge>}
      {state === 'expired' && (
        <Badge tone="warn">{t('Expired {expiresAt}', { expiresAt: fullTime(expiresAt!) })}</Badge>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Revoke “{name}”?', { name })}
        action={t('Revoke')}
        danger
        onConfirm={() => void attempt(revoke.mutateAsync(id), t('The key is revoked.'))}
      >
        {t(
          'The program that has it is refused from now on, and its conversations go back to the waiting line. This cannot be undone.',
        )}
      </Confirm>
    </li>
  );
}
