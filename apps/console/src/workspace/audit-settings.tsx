import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Select } from '../ui/select.js';
import { AuditList } from './audit-list.js';
import { useAudit } from './audit-queries.js';
import { actionWords } from './audit-words.js';
import { t } from '../language/t.js';

export default function AuditSettings() {
  const [action, setAction] = useState('');
  const all = useAudit(null);
  const some = useAudit(action || null);
  const audit = action ? some : all;
  const seen = new Set(all.data?.pages.flatMap(({ entries }) => entries.map((entry) => entry.action)));
  return (
    <Page
      title={t('Audit log')}
      description={t('Every change of a setting: who, when, before and after. Secrets are never in it.')}
      actions={
        <Select
          label={t('Action')}
          value={action}
          onChange={setAction}
          className="max-w-56"
          options={[
            { value: '', label: t('All actions') },
            ...[...seen].sort().map((name) => ({ value: name, label: actionWords(name) })),
          ]}
        />
      }
    >
      <Loaded query={audit} what={t('The audit log')}>
        {({ pages }) => (
          <>
            <AuditList entries={pages.flatMap((page) => page.entries)} />
            {audit.hasNextPage && (
              <Button disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                {audit.isFetchingNextPage ? t('Loading…') : t('Show older')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
