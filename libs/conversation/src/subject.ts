import { carriesRequest, type EarlierMessage } from '#decision';

/** A visitor's message of an episode. */
export interface Said {
  text: string;
  /** What the bot decided about it; null: people had it. */
  decision: Pick<NonNullable<EarlierMessage['decision']>, 'kind' | 'rule'> | null;
  /** A model has read it. */
  wasRead: boolean;
}

/**
 * The message that an episode's label is about, of all in their order. It carried the request: a call for a person, thanks and a bare order
 * number do not. The one handed over last comes first, then the last one that a model read, then what was said to people first. Without
 * any request, the same of all messages.
 */
export function subjectOf<T extends Said>(inbound: T[]): T | null {
  const requests = inbound.filter(({ text, decision }) => carriesRequest(text, decision));
  const about = requests.length > 0 ? requests : inbound;
  const handedOver = about.findLast(({ decision }) => decision?.kind === 'escalate');
  return handedOver ?? about.findLast(({ wasRead }) => wasRead) ?? about[0] ?? null;
}
