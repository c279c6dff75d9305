import type { ConversationStatus, ErrorCode, OwnerType } from '#contracts';

/** Who owns a conversation, and its status: the two always change together, and every change of either is a new epoch. */
export interface ConversationState {
  status: ConversationStatus;
  ownerType: OwnerType;
  ownerId: string | null;
  ownerEpoch: number;
}

export type ConversationEvent =
  | { type: 'contact_message' }
  /** The contact writes soon after an agent had closed it: back to that agent, or, null, to the queue. */
  | { type: 'reopen'; agentId: string | null }
  | { type: 'escalate' }
  | { type: 'accept'; agentId: string }
  | { type: 'take_over'; agentId: string }
  | { type: 'hand_back'; agentId: string }
  | { type: 'requeue' }
  | { type: 'transfer'; agentId: string }
  | { type: 'snooze'; agentId: string }
  | { type: 'wake' }
  | { type: 'resolve'; agentId: string }
  | { type: 'undo_resolve'; agentId: string }
  | { type: 'close_quiet' };

export type Transition = { ok: true; state: ConversationState; changed: boolean } | { ok: false; error: ErrorCode };

/**
 * The whole life of a conversation. `changed: false` means the event is already true (escalating what is queued):
 * callers treat it as done. An agent acts only on what that agent owns, except to take over.
 */
export function transition(state: ConversationState, event: ConversationEvent): Transition {
  switch (event.type) {
    case 'contact_message':
      return state.status === 'resolved' ? moved(state, 'bot', 'bot', null) : same(state);
    case 'reopen':
      if (state.status !== 'resolved') return same(state);
      return event.agentId ? moved(state, 'open', 'agent', event.agentId) : moved(state, 'queued', 'queue', null);
    case 'escalate':
      if (state.status === 'resolved') return refused('ALREADY_RESOLVED');
      return state.ownerType === 'bot' ? moved(state, 'queued', 'queue', null) : same(state);
    case 'accept':
      if (state.ownerType === 'agent' && state.ownerId === event.agentId) return same(state);
      return state.ownerType === 'queue' ? moved(state, 'open', 'agent', event.agentId) : refused('OFFER_GONE');
    case 'take_over':
      if (state.status === 'resolved') return refused('ALREADY_RESOLVED');
      return owns(state, event.agentId) && state.status === 'open'
        ? same(state)
        : moved(state, 'open', 'agent', event.agentId);
    case 'hand_back':
      return owns(state, event.agentId) ? moved(state, 'bot', 'bot', null) : refused('NOT_OWNER');
    case 'requeue':
      return state.ownerType === 'agent' ? moved(state, 'queued', 'queue', null) : refused('TRANSITION_NOT_ALLOWED');
    case 'transfer':
      return owns(state, event.agentId) ? moved(state, 'queued', 'queue', null) : refused('NOT_OWNER');
    case 'snooze':
      if (state.status === 'snoozed') return owns(state, event.agentId) ? same(state) : refused('NOT_OWNER');
      return owns(state, event.agentId) ? moved(state, 'snoozed', 'agent', event.agentId) : refused('NOT_OWNER');
    case 'wake':
      if (state.ownerType === 'agent' && state.status === 'open') return same(state);
      return state.status === 'snoozed'
        ? moved(state, 'open', 'agent', state.ownerId)
        : refused('TRANSITION_NOT_ALLOWED');
    case 'resolve':
      if (state.status === 'resolved') return refused('ALREADY_RESOLVED');
      return owns(state, event.agentId) ? moved(state, 'resolved', 'bot', null) : refused('NOT_OWNER');
    case 'undo_resolve':
      return state.status === 'resolved' ? moved(state, 'open', 'agent', event.agentId) : refused('CLOSING_PAST_UNDO');
    case 'close_quiet':
      if (state.status === 'resolved') return refused('ALREADY_RESOLVED');
      return state.ownerType === 'bot' ? moved(state, 'resolved', 'bot', null) : refused('TRANSITION_NOT_ALLOWED');
  }
}

function owns(state: ConversationState, agentId: string): boolean {
  return state.ownerType === 'agent' && state.ownerId === agentId;
}

function moved(
  state: ConversationState,
  status: ConversationStatus,
  ownerType: OwnerType,
  ownerId: string | null,
): Transition {
  return { ok: true, changed: true, state: { status, ownerType, ownerId, ownerEpoch: state.ownerEpoch + 1 } };
}

function same(state: ConversationState): Transition {
  return { ok: true, changed: false, state };
}

function refused(error: ErrorCode): Transition {
  return { ok: false, error };
}
