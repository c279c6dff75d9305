import type { OfferView } from '#contracts';
import { useNavigate } from 'react-router';
import { attempt, useClient } from '../session/console-context.js';

/** Accepts and goes there, the cursor in the reply. */
export function useAcceptOffer(): (offer: OfferView) => Promise<void> {
  const client = useClient();
  const navigate = useNavigate();
  return async (offer) => {
    if (!(await attempt(client.accept(offer)))) return;
    await navigate(`/inbox/mine/${offer.conversation.id}`, { state: { write: true } });
  };
}
