import type { Translation } from '../locale.js';
import type { FileTransfer } from '../files.js';
import type { Bubble } from '../timeline.js';
import { Attachment } from './attachments.js';
import { FormattedText } from './formatted-text.js';

export interface BubbleActions {
  retry: (clientMessageId: string) => void;
  discard: (clientMessageId: string) => void;
  readFile: FileTransfer['read'];
}

interface Props {
  bubble: Bubble;
  /** The very last line of the conversation: the only one that says "Delivered". */
  newest: boolean;
  /** The last seq that an agent has seen. */
  agentReadSeq: number;
  t: Translation;
  actions: BubbleActions;
}

export function MessageBubble(props: Props) {
  const { bubble, t, actions } = props;
  const own = bubble.sender === 'contact';
  const name = bubble.name ?? t.text(bubble.sender === 'agent' ? 'agent' : 'assistant');
  return (
    <div class={`line ${own ? 'own' : 'theirs'}${bubble.first ? ' first' : ''}${bubble.last ? ' last' : ''}`}>
      {!own && bubble.first ? (
        <p class="who">
          <bdi>{name}</bdi>
          <span class={`badge ${bubble.sender}`}>{t.text(bubble.sender === 'agent' ? 'agent' : 'bot')}</span>
        </p>
      ) : (
        <span class="unseen">{own ? t.text('you') : name}: </span>
      )}
      {bubble.text ? (
        <div class="bubble" dir="auto">
          {own ? bubble.text : <FormattedText text={bubble.text} hint={t.text('newTab')} />}
        </div>
      ) : null}
      {bubble.attachments.map((attachment) =>
        // Before its message is stored there is nothing to read.
        bubble.seq === null ? (
          <p class="file" dir="auto" key={attachment.id}>
            {attachment.name}
          </p>
        ) : (
          <Attachment key={attachment.id} attachment={attachment} read={actions.readFile} t={t} />
        ),
      )}
      <Footer {...props} />
    </div>
  );
}

function Footer({ bubble, newest, agentReadSeq, t, actions }: Props) {
  if (bubble.status === 'failed') {
    return (
      <p class="meta failed" role="alert">
        {t.text('notSent')} <span dir="auto">{bubble.error}</span>{' '}
        <button class="link" onClick={() => actions.retry(bubble.key)}>
          {t.text('retry')}
        </button>{' '}
        <button class="link" onClick={() => actions.discard(bubble.key)}>
          {t.text('remove')}
        </button>
      </p>
    );
  }
  if (bubble.status === 'sending') {
    return (
      <p class="meta">
        {t.text('sending')} <span dir="auto">{bubble.error}</span>
      </p>
    );
  }
  if (!bubble.last) return null;
  return (
    <p class="meta">
      <time dateTime={bubble.createdAt}>{formatTime(bubble.createdAt, t.region)}</time>
      {newest && bubble.sender === 'contact' ? <State read={(bubble.seq ?? Infinity) <= agentReadSeq} t={t} /> : null}
    </p>
  );
}

/** Ticks for the eye, words for everybody. */
const State = ({ read, t }: { read: boolean; t: Translation }) => (
  <>
    {' · '}
    <span aria-hidden="true">{read ? '✓✓' : '✓'}</span> {t.text(read ? 'read' : 'delivered')}
  </>
);

function formatTime(iso: string, region: string): string {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(region, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}
