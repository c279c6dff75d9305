import type { Translation } from '../locale.js';
import { linkify } from '../linkify.js';
import type { Bubble } from '../timeline.js';

export interface BubbleActions {
  retry: (clientMessageId: string) => void;
  discard: (clientMessageId: string) => void;
}

interface Props {
  bubble: Bubble;
  /** The very last line of the conversation: the only one that says "Delivered". */
  newest: boolean;
  t: Translation;
  actions: BubbleActions;
}

export function MessageBubble({ bubble, newest, t, actions }: Props) {
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
      <p class="bubble" dir="auto">
        {own ? bubble.text : <LinkedText text={bubble.text} hint={t.text('newTab')} />}
      </p>
      <Footer bubble={bubble} newest={newest} t={t} actions={actions} />
    </div>
  );
}

function Footer({ bubble, newest, t, actions }: Props) {
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
      <time dateTime={bubble.createdAt}>{formatTime(bubble.createdAt, t.locale)}</time>
      {newest && bubble.sender === 'contact' ? ` · ${t.text('delivered')}` : null}
    </p>
  );
}

/** Links are built as elements from parsed addresses; everything else stays a text node. */
function LinkedText({ text, hint }: { text: string; hint: string }) {
  return (
    <>
      {linkify(text).map((part) =>
        part.href ? (
          <a href={part.href} target="_blank" rel="noopener noreferrer" title={hint}>
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

function formatTime(iso: string, locale: string): string {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}
