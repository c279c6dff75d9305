import { describe, expect, it } from 'vitest';
import { replyId } from '../../libs/conversation/src/reply-id.js';
import { check, type Activity, type Findings, type History, type StoredMessage } from './history.js';

const calm = { from: Infinity, to: Infinity };

type Sender = StoredMessage['senderType'];
/** The n-th reply to the message of that seq. */
const reply = (seq: number, to: number, n = 0): StoredMessage => ({
  ...message(seq, 'bot'),
  clientMessageId: replyId(`m${to}`, n),
});
const message = (seq: number, senderType: Sender, activity: Activity | null = null): StoredMessage => ({
  id: `m${seq}`,
  conversationId: 'c',
  seq,
  kind: activity ? 'activity' : senderType === 'contact' ? 'inbound' : 'outbound',
  senderType,
  clientMessageId: `k${seq}`,
  awaitingDecision: false,
  activity,
  createdAt: seq * 100,
});

/** A visitor asks twice, is answered in two bubbles, is handed over with a sentence, and an agent takes the conversation. */
function whole(): History {
  const messages = [
    message(1, 'contact'),
    reply(2, 1),
    reply(2.5, 1, 1),
    message(3, 'contact'),
    reply(3.5, 3),
    message(4, 'system', 'handed_over'),
    message(5, 'system', 'joined'),
    message(6, 'agent'),
  ];
  return {
    messages,
    sent: [
      { client: 'v', clientMessageId: 'k1', acked: true },
      { client: 'v', clientMessageId: 'k3', acked: true },
      { client: 'a', clientMessageId: 'k6', acked: true },
    ],
    decisions: [
      { messageId: 'm1', kind: 'answer', reason: null, createdAt: 150 },
      { messageId: 'm3', kind: 'escalate', reason: 'customer_request', createdAt: 350 },
    ],
    conversations: [{ id: 'c', owner: 'agent', waits: false }],
    views: [
      {
        client: 'v',
        conversationId: 'c',
        seesNotes: false,
        shown: messages.map(({ seq, createdAt }) => ({ seq, at: createdAt + 10 })),
      },
    ],
  };
}

const at = ({ messages }: History, seq: number) => messages.find((each) => each.seq === seq)!;
const found = (history: History) =>
  Object.entries(check(history, calm))
    .filter(([, list]) => (list as string[]).length > 0)
    .map(([kind]) => kind);

describe('check', () => {
  it('finds nothing in a whole history', () => expect(found(whole())).toEqual([]));

  it.each<[string, (history: History) => void, keyof Findings]>([
    [
      'an acked message that is not stored',
      (h) => h.sent.push({ client: 'v', clientMessageId: 'k9', acked: true }),
      'lost',
    ],
    ['a message that was never acked', (h) => (h.sent[0]!.acked = false), 'lost'],
    ['a message that its visitor never saw', (h) => h.views[0]!.shown.splice(1, 1), 'lost'],
    ['a message stored twice', (h) => h.messages.push({ ...message(7, 'contact'), clientMessageId: 'k1' }), 'doubled'],
    ['a message shown twice', (h) => h.views[0]!.shown.push({ seq: 2, at: 210 }), 'doubled'],
    ['a reply of no decision', (h) => h.messages.push(message(2.7, 'bot')), 'doubled'],
    ['a reply after one that is missing', (h) => h.messages.push(reply(2.7, 1, 3)), 'doubled'],
    ['a reply to a message without a decision', (h) => h.decisions.shift(), 'doubled'],
    ['a second bubble before the first', (h) => (at(h, 2.5).seq = 1.5), 'outOfOrder'],
    ['a reply before its message', (h) => (at(h, 3.5).seq = 2.7), 'outOfOrder'],
    ['two decisions on one message', (h) => h.decisions.push({ ...h.decisions[0]! }), 'doubled'],
    ['messages stored in another order than written', (h) => h.sent.reverse(), 'outOfOrder'],
    ['the second message decided first', (h) => (h.decisions[1]!.createdAt = 50), 'outOfOrder'],
    ['the bot speaking after an agent joined', (h) => (at(h, 6).senderType = 'bot'), 'botAfterPerson'],
    ['the bot speaking in the waiting line', (h) => (at(h, 3.5).seq = 4.5), 'botAfterPerson'],
    ['a message that nobody decided', (h) => (at(h, 3).awaitingDecision = true), 'undecided'],
    ['a hand-over that ended with the bot', (h) => (h.conversations[0]!.owner = 'bot'), 'stranded'],
    ['a conversation of the queue that does not wait', (h) => (h.conversations[0]!.owner = 'queue'), 'stranded'],
    ['a hand-over that nobody asked for', (h) => (h.decisions[1]!.reason = 'system_failure'), 'needless'],
    ['a message that came late', (h) => (h.views[0]!.shown[1]!.at = 1201), 'late'],
  ])('finds %s', (_, breakIt, kind) => {
    const history = whole();
    breakIt(history);
    expect(found(history)).toContain(kind);
  });

  it('lets the bot ask what it is about when the visitor asks for a person by the button', () => {
    const history = whole();
    const asked: StoredMessage = { ...message(3, 'contact'), kind: 'activity' };
    history.messages = history.messages.map((each) => (each.seq === 3 ? asked : each));
    history.decisions.pop();
    expect(found(history)).toEqual([]);
  });

  it('does not ask for punctuality while the fault lasts', () => {
    const history = whole();
    history.views[0]!.shown[1]!.at = 5000;
    expect(check(history, { from: 0, to: 1000 }).late).toEqual([]);
  });

  it('lets the bot speak again after the closing', () => {
    const history = whole();
    history.messages.push(message(7, 'system', 'resolved'), message(8, 'contact'), reply(9, 8));
    history.decisions.push({ messageId: 'm8', kind: 'answer', reason: null, createdAt: 850 });
    history.conversations[0] = { id: 'c', owner: 'bot', waits: false };
    history.views[0]!.shown.push(...[7, 8, 9].map((seq) => ({ seq, at: seq * 100 + 10 })));
    expect(found(history)).toEqual([]);
  });

  it('forgives a reply that was refused because the agent owned nothing any more', () => {
    const history = whole();
    history.sent.push({ client: 'a', clientMessageId: 'k8', acked: false, optional: true });
    expect(found(history)).toEqual([]);
  });
});
