import type { ConversationItem } from '#contracts';
import { Hourglass } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { visitorName } from '../conversation/words.js';
import { LabelChips } from '../organise/label-chips.js';
import { priorities } from '../organise/priorities.js';
import { Avatar } from '../ui/avatar.js';
import { cx } from '../ui/cx.js';
import { ago, fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { PromiseChip } from './promise-chip.js';
import { LastWriter } from './last-writer.js';
import { OwnerChip } from './owner-chip.js';
import { toggle } from './selection.js';
import { t } from '../language/t.js';

/** Drawn again only when something of the row itself has changed: a scroll moves many. */
export const ConversationRow = memo(function ConversationRow({
  item,
  to,
  selected,
  chosen,
  choosing,
  unread,
}: {
  item: ConversationItem;
  to: string;
  selected: boolean;
  /** To be changed together with others; `choosing`: some row is. */
  chosen: boolean;
  choosing: boolean;
  unread: boolean;
}) {
  const name = visitorName(item);
  return (
    <div className="group relative h-full">
      <Link
        to={to}
        data-conversation={item.id}
        aria-current={selected ? 'true' : undefined}
        className={cx(
          'flex h-full gap-3 border-b border-line px-4 py-3 transition-colors focus-visible:-outline-offset-2',
          selected || chosen ? 'bg-accent-soft' : item.urgent ? 'bg-bad-soft' : 'hover:bg-hover',
        )}
      >
        <span className={cx(choosing ? 'invisible' : 'group-focus-within:invisible group-hover:invisible')}>
          <Avatar name={name} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-1.5">
            {unread && (
              <span
                className="size-2 shrink-0 self-center rounded-full bg-accent"
                role="img"
                aria-label={t('Unread')}
              />
            )}
            <span
              className={cx(
                'text-page-start min-w-0 flex-1 truncate text-compact',
                unread ? 'font-bold' : 'font-semibold',
              )}
              dir="auto"
            >
              {name}
            </span>
            <Priority item={item} />
            <RowTime item={item} emphatic={selected || item.urgent} />
          </span>
          <span className={cx('flex items-center gap-1 text-compact', unread ? 'text-ink' : 'text-muted')}>
            <LastWriter item={item} />
            <span className="text-page-start min-w-0 flex-1 truncate" dir="auto">
              {item.preview || t('No message yet')}
            </span>
          </span>
          <span className="flex items-center gap-2">
            <OwnerChip item={item} />
            <PromiseChip sla={item.sla} />
            <LabelChips ids={item.labelIds} most={2} />
          </span>
        </span>
      </Link>
      <input
        type="checkbox"
        aria-label={t('Choose {name}', { name })}
        checked={chosen}
        onChange={() => toggle(item.id)}
        className={cx(
          'absolute top-5 start-6 size-4 accent-accent',
          !choosing && 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100',
        )}
      />
    </div>
  );
});

function Priority({ item }: { item: ConversationItem }) {
  if (item.priority === 'normal') return null;
  const { label, icon: Icon, tone } = priorities.find(({ value }) => value === item.priority)!;
  return <Icon size={14} className={cx('shrink-0 self-center', tone)} aria-label={t('{label} priority', { label })} />;
}

/** How long the customer has waited for an answer of people; else when the last message came. */
function RowTime({ item, emphatic }: { item: ConversationItem; emphatic: boolean }) {
  const now = useNow();
  const waits = item.status === 'open' && item.waitingSince !== null;
  const at = waits ? item.waitingSince! : item.lastMessageAt;
  return (
    <time
      dateTime={at}
      title={waits ? t('Waiting since {at}', { at: fullTime(at) }) : fullTime(at)}
      className={cx(
        'figures flex shrink-0 items-center gap-0.5 text-xs',
        waits ? 'font-medium text-warn' : emphatic ? 'text-muted' : 'text-faint',
      )}
    >
      {waits && <Hourglass size={11} aria-label={t('Waiting since')} />}
      {ago(at, now)}
    </time>
  );
}
