import { ArrowDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useClient, useConsole } from '../session/console-context.js';
import type { Thread } from '../store/console-state.js';
import { Button } from '../ui/button.js';
import { dayName } from '../ui/format.js';
import { Bone, Loading } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { EarlierButton } from './earlier-button.js';
import { entriesOf } from './entries.js';
import { MessageItem } from './message-item.js';
import { newestReply } from './message-states.js';
import { OutgoingItem } from './outgoing-item.js';
import { TypingIndicator } from './typing-indicator.js';
import { useLinkedMessage } from './use-linked-message.js';
import { t } from '../language/t.js';

/**
 * The scroller is a reversed column: the browser keeps the bottom in place, so a new message needs no scrolling and an
 * earlier page, put in above, does not move what is being read.
 */
export function MessageHistory({
  id,
  contactName,
  thread,
}: {
  id: string;
  contactName: string;
  thread: Thread | undefined;
}) {
  const sendQueue = useConsole((state) => state.sendQueue);
  const client = useClient();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const messages = thread?.timeline.messages;
  const entries = useMemo(() => entriesOf(messages ?? []), [messages]);
  const newest = useMemo(() => newestReply(messages ?? [])?.id, [messages]);
  const linked = useLinkedMessage(id, thread);
  const unsent = sendQueue.filter((message) => message.conversationId === id);

  if (!thread?.timeline.loaded || !messages) return <HistoryBones />;
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-label={t('Messages')}
        aria-busy={thread.loadingOlder}
        onScroll={(event) => setAtBottom(event.currentTarget.scrollTop > -48)}
        className="flex h-full flex-col-reverse overflow-y-auto focus-visible:-outline-offset-2"
      >
        <div className="px-4 pt-3 pb-4 md:px-6">
          {thread.timeline.hasOlder ? (
            <EarlierButton loading={thread.loadingOlder} onLoad={() => void client.older(id)} />
          ) : (
            <p className="py-2 text-center text-xs text-faint">{t('The conversation starts here')}</p>
          )}
          {entries.map((entry) =>
            entry.type === 'day' ? (
              <DaySeparator key={entry.key} name={dayName(entry.at, now)} />
            ) : (
              <MessageItem
                key={entry.key}
                message={entry.message}
                contactName={contactName}
                first={entry.first}
                last={entry.last}
                newestReply={entry.message.id === newest}
                seen={thread.seen}
                linked={entry.message.seq === linked}
                prediction={thread.predictions[entry.message.id] ?? null}
              />
            ),
          )}
          {unsent.map((message) => (
            <OutgoingItem key={message.clientMessageId} message={message} />
          ))}
          {thread.typing && <TypingIndicator typing={thread.typing} contactName={contactName} />}
        </div>
      </div>
      {!atBottom && (
        <Button
          small
          className="absolute end-5 bottom-3 rounded-full shadow-pop"
          onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
        >
          <ArrowDown size={13} aria-hidden /> {t('Latest')}
        </Button>
      )}
    </div>
  );
}

function DaySeparator({ name }: { name: string }) {
  return (
    <div className="my-4 flex items-center gap-3" role="separator" aria-label={name}>
      <span className="h-px flex-1 bg-line" />
      <span className="text-xs font-medium text-faint">{name}</span>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

function HistoryBones() {
  return (
    <div className="min-h-0 flex-1 overflow-hidden p-6">
      <Loading what={t('messages')}>
        {['w-3/5', 'ms-auto w-2/5', 'w-1/2', 'ms-auto w-3/5', 'w-2/5'].map((width) => (
          <Bone key={width} className={`mb-4 h-14 rounded-2xl ${width}`} />
        ))}
      </Loading>
    </div>
  );
}
