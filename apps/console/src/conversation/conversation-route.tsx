import { inboxView } from '#contracts';
import { useParams } from 'react-router';
import { ConversationPane } from './conversation-pane.js';

/** The conversation of the address. Its script is one of its own: a list is on the screen before it is needed. */
export default function ConversationRoute() {
  const { view, conversationId } = useParams();
  if (!conversationId) return null;
  return <ConversationPane key={conversationId} id={conversationId} view={inboxView.parse(view)} />;
}
