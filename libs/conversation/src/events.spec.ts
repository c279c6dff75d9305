import { describe, expect, it } from 'vitest';
import type { MessageKind } from '#contracts';
import { eventsOf } from './events.js';
import type { ConversationState } from './state.js';

const [ann, kim] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const states = {
  bot: { status: 'bot', ownerType: 'bot', ownerId: null, ownerEpoch: 0 },
  queue: { status: 'queued', ownerType: 'queue', ownerId: null, ownerEpoch: 1 },
  ann: { status: 'open', ownerType: 'agent', ownerId: ann, ownerEpoch: 2 },
  kim: { status: 'open', ownerType: 'agent', ownerId: kim, ownerEpoch: 3 },
  resolved: { status: 'resolved', ownerType: 'bot', ownerId: null, ownerEpoch: 4 },
} satisfies Record<string, ConversationState>;
type State = keyof typeof states;

describe('webhooks are told', () => {
  it.each<[string, State, MessageKind, State, number, string[]]>([
    ['the first message', 'bot', 'inbound', 'bot', 1, ['conversation.created', 'message.created']],
    ['a further one', 'bot', 'inbound', 'bot', 2, ['message.created']],
    ['a note', 'ann', 'note', 'ann', 5, ['message.created']],
    ['a first request for a person', 'bot', 'activity', 'bot', 1, ['conversation.created']],
    ['the hand-over', 'bot', 'activity', 'queue', 2, ['conversation.handed_off']],
    ['that the agent is gone', 'ann', 'activity', 'queue', 6, ['conversation.handed_off']],
    ['what happens in the waiting line', 'queue', 'activity', 'queue', 3, []],
    ['who has it', 'queue', 'activity', 'ann', 3, ['conversation.assigned']],
    ['who has it instead', 'ann', 'activity', 'kim', 4, ['conversation.assigned']],
    ['its end', 'ann', 'activity', 'resolved', 7, ['conversation.resolved']],
    ['that the customer is back', 'resolved', 'inbound', 'bot', 8, ['conversation.reopened', 'message.created']],
    ['nothing of a return to the bot', 'ann', 'activity', 'bot', 8, []],
  ])('%s: from %s by %s to %s', (_, before, kind, after, nextSeq, events) => {
    expect(eventsOf({ ...states[before], nextSeq }, kind, states[after])).toEqual(events);
  });
});
