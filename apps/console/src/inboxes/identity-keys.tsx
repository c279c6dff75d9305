import type { IdentityKeyView, InboxDetail } from '#contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { CodeBlock } from '../ui/code-block.js';
import { Confirm } from '../ui/dialog.js';
import { fullTime } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { Tabs } from '../ui/tabs.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { identitySamples } from './identity-samples.js';
import { useIdentityKeys, useInboxes, useRetireIdentityKey } from './queries.js';
import { t } from '../language/t.js';

/** Signed-in customers: the shop signs who they are, so that the bot may speak of their orders without asking for proof. */
export function IdentityKeys({ inbox, mayChange }: { inbox: InboxDetail; mayChange: boolean }) {
  const keys = useIdentityKeys();
  const publicUrl = useInboxes().data?.publicUrl ?? '';
  const [creating, setCreating] = useState(false);
  const valid = keys.data?.keys.find(({ retiredAt }) => retiredAt === null);
  return (
    <Card
      title={t('Signed-in customers')}
      actions={
        mayChange && (
          <Button small onClick={() => setCreating(true)}>
            <Plus size={14} aria-hidden /> {t('New key')}
          </Button>
        )
      }
    >
      <p className="px-4 pt-3 text-compact text-muted">
        {t(
          'Customers who are signed in at your shop need not prove who they are. Your server signs a token for them, good for an hour at most, and the page hands it to the chat. Keys hold for all inboxes of the workspace.',
        )}
      </p>
      <Loaded query={keys} what={t('The keys')}>
        {({ keys: all }) =>
          all.length === 0 ? (
            <p className="p-4 text-compact text-muted">
              {t('No key yet: every customer is a stranger.')}
              {!mayChange && ` ${t('Owners and admins can make one.')}`}
            </p>
          ) : (
            <ul className="mt-2 divide-y divide-line">
              {all.map((key) => (
                <KeyRow key={key.id} identityKey={key} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {valid && <Samples samples={identitySamples(publicUrl, inbox.key, valid)} />}
      {creating && <CreateKeyDialog close={() => setCreating(false)} />}
    </Card>
  );
}

function KeyRow({
  identityKey: { id, kid, algorithm, createdAt, retiredAt },
  mayChange,
}: {
  identityKey: IdentityKeyView;
  mayChange: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const retire = useRetireIdentityKey();
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-2">
      <div className="min-w-40 flex-1">
        <p className="text-compact font-medium">
          {algorithm} <span className="font-mono text-xs font-normal text-muted">{`kid ${kid}`}</span>
        </p>
        <p className="text-xs text-muted">{t('Made {createdAt}', { createdAt: fullTime(createdAt) })}</p>
      </div>
      {retiredAt ? (
        <Badge>{t('Retired {retiredAt}', { retiredAt: fullTime(retiredAt) })}</Badge>
      ) : (
        <>
          <Badge tone="good">{t('Valid')}</Badge>
          {mayChange && (
            <Button small disabled={retire.isPending} onClick={() => setAsking(true)}>
              {t('Retire')}
            </Button>
          )}
        </>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Retire this key?')}
        action={t('Retire')}
        danger
        onConfirm={() => void attempt(retire.mutateAsync(id), t('The key is retired.'))}
      >
        {t(
          'Tokens that are signed with it are refused from now on, and those customers are strangers again. To change keys without that, make the new one first, let your server sign with it, and retire the old one then.',
        )}
      </Confirm>
    </li>
  );
}

function Samples({ samples: { node, php, page } }: { samples: ReturnType<typeof identitySamples> }) {
  const codes = [
    { value: 'node', label: 'Node.js', code: node },
    { value: 'php', label: 'PHP', code: php },
    { value: 'page', label: t('In the page'), code: page },
  ];
  return (
    <div className="mt-2 border-t border-line">
      <Tabs
        label={t('Code for your server and page')}
        tabs={codes.map(({ code, ...tab }) => ({ ...tab, content: <CodeBlock label={tab.label} code={code} /> }))}
      />
    </div>
  );
}
