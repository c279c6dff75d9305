import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorTable, type BatonError, type Ack, type AgentView, type ErrorCode, type SendReceipt } from '#contracts';
import { createStore } from '../store/create-store.js';
import { createSender } from './sender.js';
import type { AgentSocket } from './socket.js';

const conversationId = uuidv7();
const receipt: Ack<SendReceipt> = { ok: true, data: { id: uuidv7(), seq: 7, conversationId } };
const refusal = (code: ErrorCode): Ack<SendReceipt> => ({
  ok: false,
  error: { code, message: errorTable[code].message },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One message in the send queue, and a gateway that answers as `answer` says, by the seconds since the first try. */
async function sendFor(seconds: number, answer: (second: number) => Ack<SendReceipt>) {
  const store = createStore({ id: uuidv7() } as AgentView, []);
  const message = {
    clientMessageId: uuidv7(),
    conversationId,
    kind: 'reply',
    text: 'On its way.',
    createdAt: '',
  } as const;
  store.dispatch({ type: 'send', message: { ...message, attachments: [] } });
  const startedAt = Date.now();
  const emitWithAck = vi.fn(() => Promise.resolve(answer((Date.now() - startedAt) / 1000)));
  const socket = { connected: true, timeout: () => ({ emitWithAck }) } as unknown as AgentSocket;
  const sender = createSender(socket, store);
  void sender.drain(conversationId);
  let left = 'waits';
  void sender.allSent(conversationId).then(
    () => (left = 'left'),
    (error: BatonError) => (left = error.code),
  );
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return { message: store.get().sendQueue[0]!, tries: emitWithAck.mock.calls.length, left };
}

describe('an agent’s message', () => {
  it.each<ErrorCode>(['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL'])(
    'that is refused for 20 s with %s is sent in the end, and never marked as failed',
    async (code) => {
      expect((await sendFor(19, () => refusal(code))).message.state).toBe('waiting');
      const { message } = await sendFor(40, (second) => (second < 20 ? refusal(code) : receipt));
      expect(message).toMatchObject({ state: 'acked', seq: 7 });
    },
  );

  it.each([
    ['sent', () => receipt, 'left'],
    ['refused', () => refusal('NOT_OWNER'), 'REPLY_UNSENT'],
    ['on its way', () => refusal('SERVICE_UNAVAILABLE'), 'waits'],
  ])('that is %s: what waits for it', async (_, answer, outcome) => {
    const { left } = await sendFor(5, answer);
    expect(left).toBe(outcome);
  });

  it('is tried less and less often', async () => {
    expect((await sendFor(60, () => refusal('SERVICE_UNAVAILABLE'))).tries).toBeLessThan(12);
  });

  it('fails at once by an error that stays', async () => {
    const { message, tries } = await sendFor(1, () => refusal('NOT_OWNER'));
    expect([message.state, tries]).toEqual(['failed', 1]);
  });

  it('that the server fails on again and again does not hold up the rest for good', async () => {
    const { message, tries } = await sendFor(300, () => refusal('INTERNAL'));
    expect([message.state, tries]).toEqual(['failed', 10]);
  });
});
