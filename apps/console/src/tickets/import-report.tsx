import type { TicketImportView } from '#contracts';
import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { readable } from '../ui/format.js';
import { languageWords, leftOutWords, maskedWords, whole } from './words.js';
import { t } from '../language/t.js';

/** What was found in the file, in words. */
export function ImportReport({
  view,
}: {
  view: TicketImportView & { report: NonNullable<TicketImportView['report']> };
}) {
  const { report } = view;
  const leftOut = leftOutWords(report);
  const nLeftOut = report.rows - report.taken;
  return (
    <Card
      title={t('What was found')}
      actions={
        nLeftOut > 0 && (
          <a
            href={`/api/ticket-imports/${view.id}/rejected`}
            download
            className="inline-flex h-7 items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 text-xs font-medium hover:bg-hover"
          >
            <Download size={13} aria-hidden /> {t('Rows left out (CSV)')}
          </a>
        )
      }
    >
      <dl className="grid gap-px bg-line text-compact sm:grid-cols-2">
        <Fact title={t('Taken')} large={whole(report.taken)}>
          {t('of {count} rows of {fileName}', { count: report.rows, fileName: view.fileName })}
        </Fact>
        <Fact title={t('Left out')} large={whole(nLeftOut)}>
          {leftOut.length > 0 ? leftOut.join(', ') : t('Every row could be used.')}
        </Fact>
        <Fact title={t('Languages')}>{languageWords(report.languages) || t('None could be told.')}</Fact>
        <Fact title={t('Personal data masked')}>{maskedWords(report.masked) || t('None was found.')}</Fact>
      </dl>
      {report.contradicting > 0 && <Contradictions report={report} />}
    </Card>
  );
}

function Fact({ title, large, children }: { title: string; large?: string; children: ReactNode }) {
  return (
    <div className="bg-surface p-4">
      <dt className="caption mb-1">{title}</dt>
      <dd>
        {large && <span className="figures me-2 text-lg font-semibold tracking-tight">{large}</span>}
        <span className="text-muted">{children}</span>
      </dd>
    </div>
  );
}

const shownFirst = 3;

function Contradictions({ report }: { report: NonNullable<TicketImportView['report']> }) {
  const [all, setAll] = useState(false);
  const shown = all ? report.contradictions : report.contradictions.slice(0, shownFirst);
  return (
    <div className="border-t border-line p-4">
      <h3 className="text-compact font-semibold">
        {t('{count} messages are filed under two topics', { count: report.contradicting })}
      </h3>
      <p className="mb-3 text-compact text-muted">
        {t('The model cannot learn which is right. If two topics mean the same, merge them below.')}
      </p>
      <ul className="space-y-2">
        {shown.map(({ text, intents, rows }, index) => (
          <li key={index} className="rounded-xl bg-sunken px-3 py-2 text-compact">
            <p dir="auto" className="line-clamp-2 wrap-anywhere">
              {text}
            </p>
            <p className="mt-1 text-xs text-muted">
              {intents.map((intent, place) => (
                <span key={place}>
                  {place > 0 && ' · '}
                  <strong className="font-medium text-ink">{readable(intent)}</strong>{' '}
                  <span className="figures">{t('(row {row})', { row: rows[place] ?? '' })}</span>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {report.contradictions.length > shownFirst && (
        <Button tone="quiet" small className="mt-2" onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : t('Show {count} more', { count: report.contradictions.length - shownFirst })}
        </Button>
      )}
    </div>
  );
}
