import { inboxView } from '#contracts';
import { MessagesSquare } from 'lucide-react';
import { lazy, useEffect } from 'react';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useClient } from '../session/console-context.js';
import { useMarkRead } from '../session/use-mark-read.js';
import { cx } from '../ui/cx.js';
import { Key } from '../ui/hint.js';
import { LazyPage } from '../ui/lazy-page.js';
import { Placeholder } from '../ui/states.js';
import { ConversationList } from './conversation-list.js';
import { useNextAfterClosing } from './use-next-after-closing.js';
import { t } from '../language/t.js';

const loadConversation = () => import('../conversation/conversation-route.js');
const ConversationRoute = lazy(loadConversation);
const SearchPanel = lazy(() => import('../search/search-panel.js'));

export function InboxPage() {
  const params = useParams();
  const client = useClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const searching = useSearchParams()[0].has('q');
  const view = inboxView.safeParse(params.view).data;
  const id = params.conversationId ?? null;

  useEffect(() => {
    client.show(id);
    return () => client.show(null);
  }, [client, id]);
  useEffect(() => void loadConversation().catch(() => undefined), []); // asked for again when it is needed
  useMarkRead(id);
  useNextAfterClosing(view, id);

  if (!view) return <Navigate to="/inbox/waiting" replace />;
  return (
    <div className="flex h-full">
      <div className={cx('w-full min-w-0 shrink-0 border-e border-line bg-surface md:w-80', id && 'hidden md:block')}>
        {searching ? (
          <LazyPage page={SearchPanel} />
        ) : (
          <ConversationList key={view} view={view} selected={id} onSearch={() => void navigate(`${pathname}?q=`)} />
        )}
      </div>
      <div className={cx('min-w-0 flex-1', !id && 'hidden md:block')}>
        {id ? (
          <LazyPage page={ConversationRoute} />
        ) : (
          <Placeholder icon={MessagesSquare} title={t('No conversation selected')}>
            {t('Pick one from the list, or walk through it with these keys:')} <Key>j</Key> <Key>k</Key>{' '}
            <Key>Enter</Key>
          </Placeholder>
        )}
      </div>
    </div>
  );
}
