import { Clock, TriangleAlert } from 'lucide-react';
import { sentenceOf } from '../connection/rest.js';
import { useClient } from '../session/console-context.js';
import type { Outgoing } from '../store/send-queue.js';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { addToDraft } from './drafts.js';
import { t } from '../language/t.js';

/** What the agent has sent and the history does not show yet. */
export function OutgoingItem({ message }: { message: Outgoing }) {
  const client = useClient();
  const { clientMessageId, conversationId, kind, text, attachments, state, error } = message;
  const failed = state === 'failed';

  const edit = () => {
    client.discard(clientMessageId);
    addToDraft(conversationId, kind, text);
  };
  return (
    <article className="mt-3 flex flex-col items-end pe-10.5">
      <div
        dir="auto"
        className={cx(
          'max-w-[min(36rem,82%)] rounded-2xl rounded-se-md px-3.5 py-2 wrap-anywhere whitespace-pre-wrap',
          kind === 'note' ? 'border border-note-line bg-note text-note-ink' : 'bg-accent-soft',
          failed && 'outline outline-bad',
        )}
      >
        {text}
        {attachments.map(({ id, name }) => (
          <span key={id} dir="auto" className="block text-compact text-muted">
            📎 {name}
          </span>
        ))}
      </div>
      {failed ? (
        <div role="alert" className="mt-1.5 flex flex-wrap items-center justify-end gap-2 text-xs text-bad">
          <TriangleAlert size={13} aria-hidden />
          <span>{t('Not sent. {error}', { error: sentenceOf(error ?? 'INTERNAL') })}</span>
          <Button small onClick={() => client.retry(conversationId, clientMessageId)}>
            {t('Send again')}
          </Button>
          <Button small onClick={edit}>
            {t('Edit')}
          </Button>
        </div>
      ) : (
        <p className="mt-1 flex items-center gap-1 text-xs text-faint">
          <Clock size={11} aria-hidden /> {t('Sending…')}
        </p>
      )}
    </article>
  );
}
