import { BatonError, type ConversationItem } from '#contracts';

class TakenByColleague extends BatonError {
  override readonly message: string;

  constructor(name: string) {
    super('OWNER_CHANGED');
    this.message = `${name} was quicker and has this conversation now.`;
  }
}

/** A refusal because a colleague has the conversation by now says which one; every other error is left as it is. */
export function namingWhoWasQuicker(error: unknown, item: ConversationItem | undefined, me: string): unknown {
  const lost = error instanceof BatonError && (error.code === 'OFFER_GONE' || error.code === 'OWNER_CHANGED');
  if (!lost || item?.owner.type !== 'agent' || item.owner.id === me || item.ownerName === null) return error;
  return new TakenByColleague(item.ownerName);
}
