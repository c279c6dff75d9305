import { BatonError, type ConversationItem } from '#contracts';

/** The conversation is a colleague's by now. */
export class TakenByColleague extends BatonError {
  constructor(readonly colleague: string) {
    super('OWNER_CHANGED');
  }
}

/** A refusal because a colleague has the conversation by now says which one; every other error is left as it is. */
export function namingWhoWasQuicker(error: unknown, item: ConversationItem | undefined, me: string): unknown {
  const lost = error instanceof BatonError && (error.code === 'OFFER_GONE' || error.code === 'OWNER_CHANGED');
  if (!lost || item?.owner.type !== 'agent' || item.owner.id === me || item.ownerName === null) return error;
  return new TakenByColleague(item.ownerName);
}
