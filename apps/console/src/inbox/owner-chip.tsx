import type { ConversationItem } from '#contracts';
import { Bot, CircleCheck, Clock, Hourglass, Siren, UserRound } from 'lucide-react';
import { outcomeText } from '../conversation/words.js';
import { reasonOf } from '../evidence/reasons.js';
import { useConsole } from '../session/console-context.js';
import { cx } from '../ui/cx.js';
import { clock, fullTime } from '../ui/format.js';
import { useSeconds } from '../ui/use-now.js';
import { t } from '../language/t.js';

const chip = 'mt-0.5 flex min-w-0 items-center gap-1.5 text-xs';

/** Who has the conversation now, and in the queue why and for how long. */
export function OwnerChip({ item }: { item: ConversationItem }) {
  const me = useConsole((state) => state.me.id);
  if (item.status === 'resolved') {
    return (
      <span className={cx(chip, 'text-muted')}>
        <CircleCheck size={13} className="shrink-0 text-good" aria-hidden />
        <span className="truncate">{item.episode ? outcomeText(item.episode) : t('Resolved')}</span>
      </span>
    );
  }
  if (item.status === 'queued') return <Waiting item={item} />;
  if (item.status === 'snoozed') {
    const snoozedUntil = fullTime(item.snoozedUntil ?? item.lastMessageAt);
    return (
      <span className={cx(chip, 'text-muted')}>
        <Clock size={13} className="shrink-0" aria-hidden />
        <span className="truncate">
          {item.owner.id === me
            ? t('Snoozed until {time}', { time: snoozedUntil })
            : t('{name}: snoozed until {time}', { name: item.ownerName ?? t('An agent'), time: snoozedUntil })}
        </span>
      </span>
    );
  }
  if (item.owner.type === 'agent') {
    return (
      <span className={cx(chip, 'text-muted')}>
        <UserRound size={13} className="shrink-0" aria-hidden />
        <span className="truncate">{item.owner.id === me ? t('You') : (item.ownerName ?? t('An agent'))}</span>
      </span>
    );
  }
  return (
    <span className={cx(chip, 'text-muted')}>
      <Bot size={13} className="shrink-0" aria-hidden /> {t('Bot')}
    </span>
  );
}

function Waiting({ item }: { item: ConversationItem }) {
  const now = useSeconds();
  const Icon = item.urgent ? Siren : Hourglass;
  return (
    <span className={cx(chip, item.urgent ? 'font-semibold text-bad' : 'font-medium text-warn')}>
      <Icon size={13} className="shrink-0" aria-hidden />
      {item.urgent && <span className="shrink-0 rounded-full bg-bad-soft px-1.5">{t('Urgent')}</span>}
      {item.queuedAt && (
        <span className="figures">
          <span className="sr-only">{t('Waiting')} </span>
          {clock(now - Date.parse(item.queuedAt))}
        </span>
      )}
      <span className="truncate">· {reasonOf(item.reason).title}</span>
    </span>
  );
}
