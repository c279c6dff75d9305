import fc from 'fast-check';
import { defaultAppearance } from './appearance.js';
import { describe, expect, it } from 'vitest';
import type { MessageView, VisitorConversation, VisitorSyncPage } from '#contracts';
import {
  initialState,
  isBehind,
  lastSeq,
  reduce,
  unreadCount,
  type ChatEvent,
  type ChatState,
  type Outgoing,
} from './state.js';

const run = (events: ChatEvent[], start: ChatState = initialState) => events.reduce(reduce, start);

function message(seq: number, previousSeq = seq - 1, more: Partial<MessageView> = {}): MessageView {
  return {
    id: `id-${seq}`,
    conversationId: 'c',
    seq,
    previousSeq,
    kind: 'outbound',
    senderType: 'bot',
    senderName: 'Bot',
    text: `text ${seq}`,
    activity: null,
    quickReplies: [],
    attachments: [],
    mail: null,
    clientMessageId: `client-${seq}`,
    modelVersionId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

const conversation: VisitorConversation = {
  id: 'c',
  status: 'bot',
  ownerType: 'bot',
  agentName: null,
  queuePosition: null,
  queueWait: null,
  agentsOnline: true,
  lastSeq: 0,
  agentReadSeq: 0,
  asksEmail: false,
  email: null,
  rating: null,
};
const live = (m: MessageView): ChatEvent => ({ type: 'message', message: m });
const page = (messages: MessageView[], hasMore = false): ChatEvent => ({
  type: 'page',
  page: { conversation, messages, hasMore },
});
const outgoing = (clientMessageId: string): Outgoing => ({
  clientMessageId,
  kind: 'text',
  text: 'hello',
  attachments: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  status: 'sending',
  error: null,
  seq: null,
});
const queued = (id: string): ChatEvent => ({ type: 'queued', outgoing: outgoing(id) });
const acked = (clientMessageId: string, seq: number): ChatEvent => ({
  type: 'acked',
  clientMessageId,
  receipt: { id: 'id', seq, conversationId: 'c' },
});

describe('history', () => {
  it.each([
    ['in order', [live(message(1)), live(message(2))], [1, 2], false],
    ['a duplicate', [live(message(1)), live(message(1))], [1], false],
    ['a gap waits for sync', [live(message(1)), live(message(3))], [1], true],
    ['sync fills the gap', [live(message(2)), page([message(1), message(2)])], [1, 2], false],
    ['a note takes a seq that visitors never see', [live(message(1)), live(message(3, 1))], [1, 3], false],
    ['a page older than what arrived live', [live(message(1)), live(message(2)), page([message(1)])], [1, 2], false],
    ['an ack ahead of its message', [live(message(1)), acked('x', 2)], [1], true],
  ])('%s', (_, events, seqs, behind) => {
    const state = run(events);
    expect(state.messages.map((m) => m.seq)).toEqual(seqs);
    expect(isBehind(state)).toBe(behind);
  });

  it('is an ordered gap-free prefix at all times, and complete once synced, whatever is lost, doubled or late', () => {
    const step = fc.record({ kind: fc.constantFrom('live', 'ask', 'answer', 'write'), pick: fc.nat(1000) });
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
        fc.array(step, { maxLength: 120 }),
        (notes, steps) => {
          // Every `true` is a note: it takes a seq and is never shown to the visitor.
          const visible: MessageView[] = [];
          notes.forEach((note, i) => !note && visible.push(message(i + 1, visible.at(-1)?.seq ?? 0)));
          let written = 0;
          let state = initialState;
          const answers: VisitorSyncPage[] = [];
          const answer = (size: number): VisitorSyncPage => {
            const rest = visible.slice(0, written).filter((m) => m.seq > lastSeq(state));
            return { conversation, messages: rest.slice(0, size), hasMore: rest.length > size };
          };
          const check = () => expect(state.messages).toEqual(visible.slice(0, state.messages.length));
          for (const { kind, pick } of steps) {
            const late = answers[pick % Math.max(1, answers.length)];
            const known = visible[pick % Math.max(1, written)];
            if (kind === 'write') written = Math.min(visible.length, written + 1 + (pick % 3));
            else if (kind === 'ask') answers.push(answer(1 + (pick % 5)));
            else if (kind === 'live' && known && written > 0) state = reduce(state, live(known));
            else if (kind === 'answer' && late) state = reduce(state, { type: 'page', page: late });
            check();
          }
          written = visible.length;
          for (let more = true; more;) {
            const last = answer(3);
            state = reduce(state, { type: 'page', page: last });
            more = last.hasMore;
          }
          expect(state.messages).toEqual(visible);
          expect(isBehind(state)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('outgoing messages', () => {
  const own = message(1, 0, { kind: 'inbound', senderType: 'contact', clientMessageId: 'a' });

  it.each([
    ['the ack, then the message', [queued('a'), acked('a', 1), live(own)]],
    ['the message, then the ack', [queued('a'), live(own), acked('a', 1)]],
    ['the ack is lost and the message comes by sync', [queued('a'), page([own])]],
    ['the same message is loaded again from storage', [live(own), queued('a')]],
    ['the server stored it under another id', [queued('a'), acked('a', 1), live(message(1))]],
  ])('leave once the history shows them: %s', (_, events) => {
    const state = run(events);
    expect(state.outgoing).toEqual([]);
    expect(state.messages).toHaveLength(1);
  });

  it('stay, delivered, until the history has reached them', () => {
    const state = run([queued('a'), acked('a', 2), live(message(1))]);
    expect(state.outgoing).toMatchObject([{ clientMessageId: 'a', status: 'delivered' }]);
  });

  it('carry the sentence of the error, fail only when it is final, and can be tried again', () => {
    const refused = (final: boolean): ChatEvent => ({
      type: 'refused',
      clientMessageId: 'a',
      error: { code: 'RATE_LIMITED', message: 'Wait.' },
      final,
    });
    expect(run([queued('a'), refused(false)]).outgoing).toMatchObject([{ status: 'sending', error: 'Wait.' }]);
    const failed = run([queued('a'), refused(true)]);
    expect(failed.outgoing).toMatchObject([{ status: 'failed', error: 'Wait.' }]);
    const again = reduce(failed, { type: 'retried', clientMessageId: 'a' });
    expect(again.outgoing).toMatchObject([{ status: 'sending', error: null }]);
    expect(reduce(failed, { type: 'discarded', clientMessageId: 'a' }).outgoing).toEqual([]);
  });

  it('survive a new session, whose history starts empty', () => {
    const inbox = { name: 'Shop', greeting: 'Hi', locale: 'en', appearance: defaultAppearance };
    const state = run([{ type: 'opened' }, live(message(1)), queued('a'), { type: 'session', inbox, fresh: true }]);
    expect(state).toMatchObject({ open: true, inbox, messages: [], knownSeq: 0, outgoing: [{ clientMessageId: 'a' }] });
  });
});

describe('what the visitor has seen', () => {
  it('counts answers that came while the panel was closed, until it is opened', () => {
    const own = message(2, 1, { kind: 'inbound', senderType: 'contact' });
    const state = run([{ type: 'opened' }, live(message(1)), { type: 'closed' }, live(own), live(message(3))]);
    expect(unreadCount(state)).toBe(1);
    expect(unreadCount(reduce(state, { type: 'opened' }))).toBe(0);
  });

  it('ends "typing" when the answer comes and when the connection goes', () => {
    const typing = run([{ type: 'typing', typing: true }]);
    expect(typing.typing).toBe(true);
    expect(reduce(typing, live(message(1))).typing).toBe(false);
    expect(reduce(typing, { type: 'link', link: 'reconnecting' }).typing).toBe(false);
  });
});

describe('the place in the queue', () => {
  const place = { type: 'place', place: { queuePosition: 2, queueWait: null, agentsOnline: false } } as const;
  const at = (status: VisitorConversation['status']): ChatEvent => ({
    type: 'conversation',
    conversation: { ...conversation, status, queuePosition: status === 'queued' ? 3 : null },
  });

  it('is the last one told while the visitor waits', () => {
    expect(run([at('queued'), place]).conversation).toMatchObject({ queuePosition: 2, agentsOnline: false });
  });

  it('that comes too late changes nothing', () => {
    expect(run([at('queued'), at('open'), place]).conversation).toMatchObject({ status: 'open', queuePosition: null });
    expect(run([place]).conversation).toBeNull();
  });
});
