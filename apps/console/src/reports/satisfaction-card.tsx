import type { Report, ReportGrouping, Satisfaction } from '#contracts';
import { CommentsList } from './comments-list.js';
import { satisfactionDefinitions } from './definitions.js';
import { GroupTable, type Column } from './group-table.js';
import type { ReportRange } from './range.js';
import { ReportCard } from './report-card.js';
import { Share, ShareBar } from './share.js';
import { intervalText, shareText } from './words.js';
import { formatLocale, t } from '../language/t.js';

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const mean = ({ mean: value }: Satisfaction) => value?.toLocaleString(formatLocale(), oneDigit) ?? '–';
const columns: Column[] = [
  { title: t('Bot: answers'), cell: ({ csatBot }) => csatBot.positive.of.toLocaleString(formatLocale()) },
  { title: t('satisfied'), cell: ({ csatBot }) => <Share value={csatBot.positive} /> },
  { title: t('of 5'), cell: ({ csatBot }) => mean(csatBot) },
  { title: t('People: answers'), cell: ({ csatAgent }) => csatAgent.positive.of.toLocaleString(formatLocale()) },
  { title: t('satisfied'), cell: ({ csatAgent }) => <Share value={csatAgent.positive} /> },
  { title: t('of 5'), cell: ({ csatAgent }) => mean(csatAgent) },
];

/** What customers said when they were asked, of the bot and of people apart. */
export function SatisfactionCard({ report, range, by }: { report: Report; range: ReportRange; by: ReportGrouping }) {
  const { csatBot, csatAgent } = report.total;
  const asked = [
    { title: t('Bot'), value: csatBot, colour: 'var(--accent)' },
    { title: t('People'), value: csatAgent, colour: 'var(--edge)' },
  ];
  return (
    <ReportCard
      title={t('Satisfaction')}
      table="satisfaction"
      range={range}
      by={by}
      definitions={satisfactionDefinitions}
    >
      {csatBot.positive.of + csatAgent.positive.of === 0 ? (
        <p className="p-4 text-compact text-muted">
          {t('No customer has answered yet. The chat asks how it went once a conversation is closed.')}
        </p>
      ) : (
        <>
          <ul className="space-y-2 p-4">
            {asked.map(({ title, value, colour }) => (
              <li key={title} className="grid grid-cols-[4rem_1fr_auto] items-center gap-3 text-compact">
                <span className="font-medium">{title}</span>
                <ShareBar value={value.positive} colour={colour} />
                <span className="figures text-end">
                  {shareText(value.positive)} <span className="text-xs text-faint">{intervalText(value.positive)}</span>
                  {value.mean !== null && (
                    <span className="ms-2 text-muted">{t('{value} of 5', { value: mean(value) })}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <GroupTable report={report} by={by} columns={columns} label={t('Satisfaction')} />
          <CommentsList range={range} />
        </>
      )}
    </ReportCard>
  );
}
