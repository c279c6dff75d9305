import { inboxView } from '#contracts';
import { MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { ConversationPane } from '../conversation/conversation-pane.js';
import { useClient } from '../session/console-context.js';
import { cx } from '../ui/cx.js';
import { Key } from '../ui/hint.js';
import { Placeholder } from '../ui/states.js';
import { ConversationList } from './conversation-list.js';

export function InboxPage() {
  const params = useParams();
  const client = useClient();
  const view = inboxView.safeParse(params.view).data;
  const id = params.conversationId ?? null;

  useEffect(() => {
    if (view) client.showView(view);
  }, [client, view]);
  useEffect(() => {
    client.show(id);
    return () => client.show(null);
  }, [client, id]);

  if (!view) return <Navigate to="/inbox/queue" replace />;
  return (
    <div className="flex h-full">
      <div className={cx('w-full min-w-0 shrink-0 border-r border-line bg-surface md:w-80', id && 'hidden md:block')}>
        <ConversationList key={view} view={view} selected={id} />
      </div>
      <div className={cx('min-w-0 flex-1', !id && 'hidden md:block')}>
        {id ? (
          <ConversationPane key={id} id={id} view={view} />
        ) : (
          <Placeholder icon={MessagesSquare} title="No conversation selected">
            Pick one from the list, or walk through it with <Key>j</Key> <Key>k</Key> and <Key>Enter</Key>.
          </Placeholder>
        )}
      </div>
    </div>
  );
}
