import type { TicketImportView } from '#contracts';
import { ChevronRight } from 'lucide-react';
import { sentence } from '../../connection/rest.js';
import { Alert } from '../../ui/alert.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { fullTime, percent } from '../../ui/format.js';
import { isAtWork, useImports } from '../queries.js';
import { bytesWords, sources, statuses } from '../words.js';
import { t } from '../../language/t.js';

/** Imports begun before; any of them is taken up by a click. Nothing while there is none. */
export function EarlierImports({ onOpen }: { onOpen: (id: string) => void }) {
  const imports = useImports();
  if (imports.isError) {
    return (
      <Alert tone="bad" action={<Button onClick={() => void imports.refetch()}>{t('Try again')}</Button>}>
        {sentence(imports.error)}
      </Alert>
    );
  }
  if (!imports.data || imports.data.length === 0) return null;
  return (
    <Card title={t('Earlier imports')}>
      <ul className="divide-y divide-line">
        {imports.data.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              onClick={() => onOpen(view.id)}
              className="flex w-full items-center gap-3 px-4 py-2.5 text-start text-compact hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{view.fileName}</span>
                <span className="figures block truncate text-xs text-muted">{about(view)}</span>
              </span>
              {isAtWork(view) && <span className="figures text-xs text-muted">{percent(view.progress)}</span>}
              <Badge tone={statuses[view.status].tone}>{statuses[view.status].title}</Badge>
              <ChevronRight size={15} className="shrink-0 text-faint rtl:-scale-x-100" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function about({ createdAt, bytes, source, report }: TicketImportView): string {
  return [
    fullTime(createdAt),
    bytesWords(bytes),
    ...(source && source !== 'other' ? [sources[source]] : []),
    ...(report ? [t('{count} rows', { count: report.taken })] : []),
  ].join(' · ');
}
