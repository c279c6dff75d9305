import type { ConversationItem, InboxView } from '#contracts';
import { Link } from 'react-router';
import { visitorName } from '../conversation/words.js';
import { Avatar } from '../ui/avatar.js';
import { cx } from '../ui/cx.js';
import { ago, fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { OwnerChip } from './owner-chip.js';

export function ConversationRow({
  item,
  view,
  selected,
}: {
  item: ConversationItem;
  view: InboxView;
  selected: boolean;
}) {
  const now = useNow();
  return (
    <Link
      to={`/inbox/${view}/${item.id}`}
      data-conversation={item.id}
      aria-current={selected ? 'true' : undefined}
      className={cx(
        'flex h-full gap-3 border-b border-line px-4 py-3 transition-colors focus-visible:-outline-offset-2',
        selected ? 'bg-accent-soft' : item.urgent ? 'bg-bad-soft' : 'hover:bg-hover',
      )}
    >
      <Avatar name={visitorName(item)} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-compact font-semibold" dir="auto">
            {visitorName(item)}
          </span>
          <time
            dateTime={item.lastMessageAt}
            title={fullTime(item.lastMessageAt)}
            className={cx('figures shrink-0 text-xs', selected || item.urgent ? 'text-muted' : 'text-faint')}
          >
            {ago(item.lastMessageAt, now)}
          </time>
        </span>
        <span className="block truncate text-compact text-muted" dir="auto">
          {item.preview || 'No message yet'}
        </span>
        <OwnerChip item={item} />
      </span>
    </Link>
  );
}
