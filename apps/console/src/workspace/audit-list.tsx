import type { AuditEntry } from '#contracts';
import { ScrollText } from 'lucide-react';
import { Avatar } from '../ui/avatar.js';
import { ago, fullTime } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { Placeholder } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { actionWords, differences, type Difference } from './audit-words.js';
import { t } from '../language/t.js';

export function AuditList({ entries }: { entries: AuditEntry[] }) {
  const now = useNow();
  if (entries.length === 0) {
    return (
      <Placeholder icon={ScrollText} title={t('No such entry yet')}>
        {t('Whatever somebody changes in the settings appears here.')}
      </Placeholder>
    );
  }
  return (
    <ol
      aria-label={t('Changes, newest first')}
      className="divide-y divide-line rounded-2xl border border-line bg-surface"
    >
      {entries.map(({ id, actorType, actorName, action, data, createdAt }) => (
        <li key={id} className="flex gap-3 px-4 py-3">
          <Avatar name={actorName ?? 'Baton'} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2 text-compact">
              <span className="font-medium">{actionWords(action)}</span>
              <span className="text-muted">
                {actorName
                  ? t('by {name}', { name: actorName })
                  : actorType === 'operator'
                    ? t('by the command line')
                    : t('by Baton itself')}
              </span>
              <Hint text={fullTime(createdAt)}>
                <time dateTime={createdAt} tabIndex={0} className="figures ms-auto rounded text-xs text-muted">
                  {ago(createdAt, now)}
                </time>
              </Hint>
            </p>
            <Differences differences={differences(data)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Differences({ differences: rows }: { differences: Difference[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="mt-1.5 space-y-1 text-xs">
      {rows.map(({ field, before, after }) => (
        <div key={field} className="grid grid-cols-[7rem_1fr] gap-x-3">
          <dt className="truncate text-muted" title={field}>
            {field}
          </dt>
          <dd className="space-x-1.5 break-words whitespace-pre-wrap" dir="auto">
            {before !== null && <del className="rounded bg-bad-soft box-decoration-clone px-1 text-bad">{before}</del>}
            {after !== null && (
              <ins className="rounded bg-good-soft box-decoration-clone px-1 text-good no-underline">{after}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
