import { ChartColumn, LoaderCircle, ShieldOff } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { maySeeSetUp } from '../session/roles.js';
import { useConsole } from '../session/console-context.js';
import { cx } from '../ui/cx.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Placeholder } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { AgreementCard } from './agreement-card.js';
import { Headline } from './headline.js';
import { OutcomesCard } from './outcomes-card.js';
import { PeopleCard } from './people-card.js';
import { useReport } from './queries.js';
import { RangePicker } from './range-picker.js';
import { dayOf, isFresh, rangeIn } from './range.js';
import { SatisfactionCard } from './satisfaction-card.js';
import { groupings } from './words.js';
import { t } from '../language/t.js';

export default function ReportsPage() {
  const allowed = useConsole((state) => maySeeSetUp(state.me.role));
  if (allowed) return <Reports />;
  return (
    <Placeholder icon={ShieldOff} page title={t('Reports are for supervisors and admins')}>
      {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
    </Placeholder>
  );
}

/** Range and grouping stand in the address, so that a report can be bookmarked and sent to somebody. */
function Reports() {
  const today = dayOf(useNow());
  const [search, setSearch] = useSearchParams();
  const { by, ...range } = rangeIn(search, today);
  const report = useReport(range, by);
  const show = (changed: Partial<typeof range & { by: string }>) => setSearch({ ...range, by, ...changed });
  return (
    <Page
      title={t('Reports')}
      description={t('What became of what customers asked, and how long they waited for people.')}
      actions={<RangePicker range={range} today={today} onChange={show} />}
    >
      <div className="flex flex-wrap items-center gap-3">
        <Segmented label={t('Grouped by')} value={by} onChange={(chosen) => show({ by: chosen })} options={groupings} />
        <p role="status" className="flex items-center gap-1.5 text-xs text-muted">
          {report.isPlaceholderData ? (
            <>
              <LoaderCircle size={14} className="animate-spin" aria-hidden /> {t('Counting…')}
            </>
          ) : (
            report.data && t('Days and hours in {timeZone}.', { timeZone: report.data.timeZone })
          )}
          {isFresh(range, today) && ` ${t('Episodes of the last 24 hours may still turn out differently.')}`}
        </p>
      </div>
      <Loaded query={report} what={t('The report')}>
        {(known) =>
          known.total.closed + known.total.stillOpen === 0 ? (
            <Placeholder icon={ChartColumn} title={t('No conversations in this time')}>
              {t('Choose other days, or come back when customers have written.')}
            </Placeholder>
          ) : (
            <div className={cx('space-y-6', report.isPlaceholderData && 'opacity-60')}>
              <Headline total={known.total} />
              <OutcomesCard report={known} range={range} by={by} />
              <PeopleCard report={known} range={range} by={by} />
              <SatisfactionCard report={known} range={range} by={by} />
              <AgreementCard range={range} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
