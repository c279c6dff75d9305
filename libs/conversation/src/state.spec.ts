import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition, type ConversationEvent, type ConversationState } from './state.js';

const withBot: ConversationState = { status: 'bot', ownerType: 'bot', ownerId: null, ownerEpoch: 4 };
const queued: ConversationState = { status: 'queued', ownerType: 'queue', ownerId: null, ownerEpoch: 4 };
const withAda: ConversationState = { status: 'open', ownerType: 'agent', ownerId: 'ada', ownerEpoch: 4 };
const snoozed: ConversationState = { status: 'snoozed', ownerType: 'agent', ownerId: 'ada', ownerEpoch: 4 };
const resolved: ConversationState = { status: 'resolved', ownerType: 'bot', ownerId: null, ownerEpoch: 4 };

describe('transition', () => {
  it.each<[string, ConversationState, ConversationEvent, string]>([
    ['a message leaves the owner alone', withBot, { type: 'contact_message' }, 'bot/bot/-/4'],
    ['a message reopens what was resolved', resolved, { type: 'contact_message' }, 'bot/bot/-/5'],
    ['reopening soon is the same agent’s', resolved, { type: 'reopen', agentId: 'ada' }, 'open/agent/ada/5'],
    ['reopening soon, the agent gone, waits', resolved, { type: 'reopen', agentId: null }, 'queued/queue/-/5'],
    ['reopening what is open changes nothing', withAda, { type: 'reopen', agentId: 'bob' }, 'open/agent/ada/4'],
    ['transferring waits for somebody else', withAda, { type: 'transfer', agentId: 'ada' }, 'queued/queue/-/5'],
    ['transferring what another has', withAda, { type: 'transfer', agentId: 'bob' }, 'NOT_OWNER'],
    ['escalating moves bot to queue', withBot, { type: 'escalate' }, 'queued/queue/-/5'],
    ['escalating twice is once', queued, { type: 'escalate' }, 'queued/queue/-/4'],
    ['escalating never takes from an agent', withAda, { type: 'escalate' }, 'open/agent/ada/4'],
    ['escalating needs an open episode', resolved, { type: 'escalate' }, 'ALREADY_RESOLVED'],
    ['accepting takes from the queue', queued, { type: 'accept', agentId: 'ada' }, 'open/agent/ada/5'],
    ['accepting twice is once', withAda, { type: 'accept', agentId: 'ada' }, 'open/agent/ada/4'],
    ['accepting what another has', withAda, { type: 'accept', agentId: 'bob' }, 'OFFER_GONE'],
    ['taking over from the bot', withBot, { type: 'take_over', agentId: 'ada' }, 'open/agent/ada/5'],
    ['taking over from a colleague', withAda, { type: 'take_over', agentId: 'bob' }, 'open/agent/bob/5'],
    ['taking over what is resolved', resolved, { type: 'take_over', agentId: 'ada' }, 'ALREADY_RESOLVED'],
    ['handing back', withAda, { type: 'hand_back', agentId: 'ada' }, 'bot/bot/-/5'],
    ['handing back what another has', withAda, { type: 'hand_back', agentId: 'bob' }, 'NOT_OWNER'],
    ['requeueing from an agent', withAda, { type: 'requeue' }, 'queued/queue/-/5'],
    ['requeueing what the bot has', withBot, { type: 'requeue' }, 'TRANSITION_NOT_ALLOWED'],
    ['snoozing what one has', withAda, { type: 'snooze', agentId: 'ada' }, 'snoozed/agent/ada/5'],
    ['snoozing again is for another time', snoozed, { type: 'snooze', agentId: 'ada' }, 'snoozed/agent/ada/4'],
    ['snoozing what another has', withAda, { type: 'snooze', agentId: 'bob' }, 'NOT_OWNER'],
    ['snoozing what another has snoozed', snoozed, { type: 'snooze', agentId: 'bob' }, 'NOT_OWNER'],
    ['snoozing what the bot has', withBot, { type: 'snooze', agentId: 'ada' }, 'NOT_OWNER'],
    ['waking goes back to the owner', snoozed, { type: 'wake' }, 'open/agent/ada/5'],
    ['waking what is awake', withAda, { type: 'wake' }, 'open/agent/ada/4'],
    ['waking what waits', queued, { type: 'wake' }, 'TRANSITION_NOT_ALLOWED'],
    ['waking for whoever is there', snoozed, { type: 'requeue' }, 'queued/queue/-/5'],
    ['a message alone leaves it snoozed', snoozed, { type: 'contact_message' }, 'snoozed/agent/ada/4'],
    ['taking over what one has snoozed wakes it', snoozed, { type: 'take_over', agentId: 'ada' }, 'open/agent/ada/5'],
    ['taking over what another has snoozed', snoozed, { type: 'take_over', agentId: 'bob' }, 'open/agent/bob/5'],
    ['resolving what is snoozed', snoozed, { type: 'resolve', agentId: 'ada' }, 'resolved/bot/-/5'],
    ['handing back what is snoozed', snoozed, { type: 'hand_back', agentId: 'ada' }, 'bot/bot/-/5'],
    ['resolving', withAda, { type: 'resolve', agentId: 'ada' }, 'resolved/bot/-/5'],
    ['resolving twice', resolved, { type: 'resolve', agentId: 'ada' }, 'ALREADY_RESOLVED'],
    ['resolving what the queue has', queued, { type: 'resolve', agentId: 'ada' }, 'NOT_OWNER'],
    ['taking the closing back', resolved, { type: 'undo_resolve', agentId: 'ada' }, 'open/agent/ada/5'],
    ['taking the closing back of what goes on', withBot, { type: 'undo_resolve', agentId: 'ada' }, 'CLOSING_PAST_UNDO'],
    ['a quiet time closes what the bot has', withBot, { type: 'close_quiet' }, 'resolved/bot/-/5'],
    ['a quiet time closes nothing that waits', queued, { type: 'close_quiet' }, 'TRANSITION_NOT_ALLOWED'],
    ['a quiet time closes nothing of an agent', withAda, { type: 'close_quiet' }, 'TRANSITION_NOT_ALLOWED'],
    ['a quiet time closes once', resolved, { type: 'close_quiet' }, 'ALREADY_RESOLVED'],
  ])('%s', (_, state, event, expected) => {
    const result = transition(state, event);
    const { status, ownerType, ownerId, ownerEpoch } = result.ok ? result.state : state;
    expect(result.ok ? `${status}/${ownerType}/${ownerId ?? '-'}/${ownerEpoch}` : result.error).toBe(expected);
  });

  it('keeps owner and status consistent, and the epoch grows exactly when the owner changes', () => {
    const agentId = fc.constantFrom('ada', 'bob');
    const event = fc.oneof(
      fc
        .constantFrom<ConversationEvent['type']>('contact_message', 'escalate', 'requeue', 'close_quiet', 'wake')
        .map((type) => ({
          type,
        })),
      fc.record({
        type: fc.constantFrom('accept', 'take_over', 'hand_back', 'snooze', 'resolve', 'transfer', 'reopen'),
        agentId,
      }),
    ) as fc.Arbitrary<ConversationEvent>;
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = withBot;
        for (const next of events) {
          const result = transition(state, next);
          if (!result.ok) continue;
          expect(result.state.ownerEpoch - state.ownerEpoch).toBe(result.changed ? 1 : 0);
          state = result.state;
          expect(state.ownerId !== null).toBe(state.ownerType === 'agent');
          expect(state.status === 'queued').toBe(state.ownerType === 'queue');
          expect(['open', 'snoozed'].includes(state.status)).toBe(state.ownerType === 'agent');
        }
      }),
    );
  });
});
