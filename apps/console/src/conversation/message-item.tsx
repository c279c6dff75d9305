import type { ContactSeen, MessageView, PredictionView } from '#contracts';
import { Bot, Lock } from 'lucide-react';
import { Link } from 'react-router';
import { Avatar } from '../ui/avatar.js';
import { cx } from '../ui/cx.js';
import { fullTime, timeOfDay } from '../ui/format.js';
import { Attachments } from './attachments.js';
import { BotProvenance } from './bot-provenance.js';
import { CustomerBubble } from './customer-bubble.js';
import { FormattedText } from './formatted-text.js';
import { mailState, messageState } from './message-states.js';
import { PredictionChip } from './prediction-chip.js';
import { anchorOf } from './use-linked-message.js';
import { activityText } from './words.js';
import { t } from '../language/t.js';

const bubble = 'rounded-2xl px-3.5 py-2 wrap-anywhere whitespace-pre-wrap';
/** Side, colour, icon and name all tell the senders apart, so colour is never alone. */
const bubbles = {
  contact: 'bg-hover rounded-ss-md',
  bot: 'border border-line bg-surface rounded-se-md',
  agent: 'bg-accent-soft rounded-se-md',
  note: 'border border-note-line bg-note text-note-ink rounded-se-md',
};

function lookOf(message: MessageView): keyof typeof bubbles {
  if (message.kind === 'note') return 'note';
  if (message.kind === 'inbound') return 'contact';
  return message.senderType === 'bot' ? 'bot' : 'agent';
}

export function MessageItem({
  message,
  contactName,
  first,
  last,
  newestReply,
  seen,
  linked,
  prediction,
}: {
  message: MessageView;
  contactName: string;
  first: boolean;
  last: boolean;
  /** Of all the agents' replies: it says how far it has come. */
  newestReply: boolean;
  seen: ContactSeen | null;
  /** The address names it. */
  linked: boolean;
  prediction: PredictionView | null;
}) {
  if (message.activity) return <Activity message={message} />;
  const look = lookOf(message);
  const inbound = look === 'contact';
  const isRead = seen !== null && message.seq <= seen.readSeq;
  // What was read goes by no mail; that it waits is news of a moment.
  const mail = message.mail && !(isRead && message.mail.state === 'waiting') ? mailState(message.mail) : null;
  const name = message.senderName ?? { contact: contactName, bot: t('Bot'), agent: t('Agent'), note: t('Agent') }[look];
  return (
    <article
      id={anchorOf(message.seq)}
      className={cx(
        'flex gap-2.5 rounded-xl',
        first ? 'mt-4' : 'mt-1',
        !inbound && 'flex-row-reverse',
        linked && 'bg-accent-soft/50 outline-2 outline-offset-4 outline-accent',
      )}
    >
      <span className="w-8 shrink-0">{first && (look === 'bot' ? <BotAvatar /> : <Avatar name={name} />)}</span>
      <div className={cx('flex max-w-[min(36rem,82%)] min-w-0 flex-col', inbound ? 'items-start' : 'items-end')}>
        {first && (
          <p className="mb-1 flex items-center gap-1.5 text-xs font-medium text-muted">
            {look === 'note' && <Lock size={12} aria-hidden />}
            <bdi>{name}</bdi>
            {look === 'note' && <span>{t('· private note')}</span>}
          </p>
        )}
        {message.text &&
          (inbound ? (
            <CustomerBubble message={message} className={cx(bubble, bubbles.contact)} />
          ) : (
            <div dir="auto" className={cx(bubble, bubbles[look])}>
              <FormattedText text={message.text} />
            </div>
          ))}
        <Attachments attachments={message.attachments} />
        {message.quickReplies.length > 0 && (
          <ul aria-label={t('Offered answers')} className="mt-1.5 flex flex-wrap justify-end gap-1.5">
            {message.quickReplies.map((reply) => (
              <li
                key={reply.label}
                dir="auto"
                className="rounded-full border border-line px-2.5 py-0.5 text-xs text-muted"
              >
                {reply.label}
              </li>
            ))}
          </ul>
        )}
        <div className={cx('flex max-w-full flex-wrap items-center gap-x-2', !inbound && 'flex-row-reverse')}>
          {inbound && prediction && <PredictionChip prediction={prediction} />}
          {look === 'bot' && <BotProvenance message={message} />}
          {last && (
            <Link
              to={{ hash: anchorOf(message.seq) }}
              title={t('{time}. Its link: copy the address.', { time: fullTime(message.createdAt) })}
              className="figures mt-1 text-xs text-faint hover:underline"
            >
              <time dateTime={message.createdAt}>{timeOfDay(message.createdAt)}</time>
            </Link>
          )}
          {newestReply && (
            <span className="figures mt-1 text-xs text-faint" role="status">
              {messageState(message.seq, seen)}
            </span>
          )}
          {mail && <span className={cx('mt-1 text-xs', mail.failed ? 'text-bad' : 'text-faint')}>{mail.text}</span>}
        </div>
      </div>
    </article>
  );
}

function BotAvatar() {
  return (
    <span
      aria-hidden
      className="flex size-8 items-center justify-center rounded-full border border-line bg-sunken text-muted"
    >
      <Bot size={16} />
    </span>
  );
}

function Activity({ message }: { message: MessageView }) {
  return (
    <p className="mt-4 flex items-baseline justify-center gap-2 text-center text-xs text-faint">
      <span dir="auto" className="wrap-anywhere">
        {message.activity ? activityText(message.activity) : message.text}
      </span>
      <time dateTime={message.createdAt} title={fullTime(message.createdAt)} className="figures shrink-0">
        {timeOfDay(message.createdAt)}
      </time>
    </p>
  );
}
