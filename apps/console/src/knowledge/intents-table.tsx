import type { IntentRow } from '#contracts';
import { Badge } from '../ui/badge.js';
import { cx } from '../ui/cx.js';
import { likelihood, percent } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { TrendLine } from './trend-line.js';
import { t } from '../language/t.js';

const cell = 'px-3 py-2 first:ps-4 last:pe-4';

const columns = [
  { title: t('Traffic'), about: t('Of the customers’ messages of the last 30 days, the share that was about this.') },
  { title: t('Automated'), about: t('Of those, the share that the bot answered.') },
  { title: t('Wrong'), about: t('Of its answers that people judged, the share found wrong.') },
];

export function IntentsTable({ intents, onOpen }: { intents: IntentRow[]; onOpen: (id: string) => void }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('Intents and their figures')}>
      <table className="w-full text-compact whitespace-nowrap">
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className={cx(cell, 'text-start font-medium')}>
              {t('Intent')}
            </th>
            <th scope="col" className={cx(cell, 'text-start font-medium')}>
              {t('Answer')}
            </th>
            {columns.map(({ title, about }) => (
              <th key={title} scope="col" className={cx(cell, 'text-end font-medium')}>
                <Hint text={about}>
                  <button type="button" className="cursor-help rounded underline decoration-dotted underline-offset-3">
                    {title}
                  </button>
                </Hint>
              </th>
            ))}
            <th scope="col" className={cx(cell, 'text-start font-medium')}>
              {t('Eight weeks')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {intents.map((intent) => (
            <tr key={intent.id} className="group hover:bg-hover">
              <th scope="row" className={cx(cell, 'max-w-72 min-w-48 text-start font-normal')}>
                <button
                  type="button"
                  onClick={() => onOpen(intent.id)}
                  className="block max-w-full truncate rounded text-start font-medium group-hover:underline"
                >
                  {intent.title}
                </button>
                <span className="figures block text-xs text-muted">
                  {t('{count} rows to learn from', { count: intent.nExamples })}
                </span>
              </th>
              <td className={cell}>
                <State intent={intent} />
              </td>
              <td className={cx(cell, 'figures text-end')}>{share(intent.traffic)}</td>
              <td className={cx(cell, 'figures text-end')}>{share(intent.automation)}</td>
              <td className={cx(cell, 'figures text-end')}>
                {intent.error === null ? (
                  <span
                    className="text-faint"
                    title={t('Too little to tell: {judged} judged', { judged: intent.nJudged })}
                  >
                    —
                  </span>
                ) : (
                  <>
                    {percent(intent.error, 1)}
                    <span className="block text-xs text-muted">
                      {t('of {judged} judged', { judged: intent.nJudged })}
                    </span>
                  </>
                )}
              </td>
              <td className={cell}>
                <TrendLine weeks={intent.trend} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ intent: { locales, automate } }: { intent: IntentRow }) {
  if (locales.length === 0) return <Badge>{t('None approved')}</Badge>;
  return (
    <span className="flex items-center gap-1.5">
      <Badge tone={automate ? 'good' : 'warn'}>{automate ? t('By the bot') : t('By people')}</Badge>
      <span className="text-xs text-muted uppercase">{locales.join(' ')}</span>
    </span>
  );
}

const share = (value: number | null) =>
  value === null ? (
    <span className="text-faint" title={t('Too little to tell')}>
      —
    </span>
  ) : (
    likelihood(value)
  );
