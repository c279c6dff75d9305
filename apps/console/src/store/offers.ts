import type { OfferView } from '#contracts';

/** `ended` remembers what was withdrawn or answered, since the withdrawal may overtake the offer. */
export interface OffersState {
  waiting: OfferView[];
  ended: string[];
}

export const noOffers: OffersState = { waiting: [], ended: [] };
const remembered = 200;

export function receiveOffer(state: OffersState, offer: OfferView): OffersState {
  if (state.ended.includes(offer.assignmentId)) return state;
  const others = state.waiting.filter((other) => other.assignmentId !== offer.assignmentId);
  return {
    ...state,
    waiting: [...others, offer].sort((a, b) => a.expiresAt.localeCompare(b.expiresAt)),
  };
}

export function endOffer(state: OffersState, assignmentId: string): OffersState {
  return {
    waiting: state.waiting.filter((offer) => offer.assignmentId !== assignmentId),
    ended: [...state.ended.filter((id) => id !== assignmentId), assignmentId].slice(-remembered),
  };
}

/** An offer past its end is gone even when the word of it is late; `now` in ms since 1970. */
export function waitingAt(state: OffersState, now: number): OfferView[] {
  return state.waiting.filter((offer) => Date.parse(offer.expiresAt) > now);
}
