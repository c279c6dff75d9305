import type { ConversationItem } from '#contracts';
import { useNavigate } from 'react-router';
import { attempt, useClient } from '../session/console-context.js';
import { t } from '../language/t.js';

/** Passes a conversation on, and goes on to what is one's own. False where it was refused, which is said. */
export function useTransfer() {
  const client = useClient();
  const navigate = useNavigate();
  return async (item: ConversationItem, to: { teamId: string } | { agentId: string }, note = ''): Promise<boolean> => {
    const done = await attempt(client.transfer(item, to, note), t('Passed on.'));
    if (done) await navigate('/inbox/mine');
    return done;
  };
}
