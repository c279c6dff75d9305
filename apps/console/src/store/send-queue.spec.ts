import type { MessageView, OfferView } from '#contracts';
import { describe, expect, it } from 'vitest';
import { endOffer, noOffers, receiveOffer, waitingAt } from './offers.js';
import { acknowledge, ackedSeq, discard, enqueue, nextToSend, refuse, retry, settle } from './send-queue.js';

const reply = (id: string) => ({
  clientMessageId: id,
  conversationId: 'c',
  kind: 'reply' as const,
  text: id,
  attachments: [],
  createdAt: '2026-11-24T10:00:00.000Z',
});
const two = enqueue(enqueue([], reply('1')), reply('2'));
const states = (sendQueue: typeof two) => sendQueue.map((message) => `${message.clientMessageId} ${message.state}`);

describe('the send queue', () => {
  it.each([
    ['acknowledged', acknowledge(two, '1', 7), ['1 acked', '2 waiting'], '2'],
    ['refused', refuse(two, '1', 'TEXT_TOO_LONG'), ['1 failed', '2 waiting'], '2'],
    ['retried', retry(refuse(two, '1', 'TEXT_TOO_LONG'), '1'), ['1 waiting', '2 waiting'], '1'],
    ['discarded', discard(two, '1'), ['2 waiting'], '2'],
    ['arrived without its acknowledgement', settle(two, [{ clientMessageId: '1' } as MessageView]), ['2 waiting'], '2'],
    [
      'arrived twice',
      settle(settle(two, [{ clientMessageId: '1' } as MessageView]), [{ clientMessageId: '1' } as MessageView]),
      ['2 waiting'],
      '2',
    ],
  ])('a message that is %s', (_name, sendQueue, expected, next) => {
    expect(states(sendQueue)).toEqual(expected);
    expect(nextToSend(sendQueue, 'c')?.clientMessageId).toBe(next);
  });

  it('sends in the order of writing, one conversation apart from the other', () => {
    expect(nextToSend(two, 'c')?.clientMessageId).toBe('1');
    expect(nextToSend(two, 'd')).toBeUndefined();
    expect(ackedSeq(acknowledge(two, '1', 7), 'c')).toBe(7);
    expect(ackedSeq(two, 'c')).toBe(0);
  });
});

describe('offers', () => {
  const offer = (assignmentId: string, expiresAt: string) => ({ assignmentId, expiresAt }) as OfferView;
  const first = offer('1', '2026-11-24T10:00:30.000Z');
  const second = offer('2', '2026-11-24T10:00:20.000Z');
  const ids = (offers: OfferView[]) => offers.map((waiting) => waiting.assignmentId);

  it('shows the one that ends first, once', () => {
    const state = [first, second, first].reduce(receiveOffer, noOffers);
    expect(ids(state.waiting)).toEqual(['2', '1']);
  });

  it('does not show an offer whose withdrawal overtook it', () => {
    expect(ids(receiveOffer(endOffer(noOffers, '1'), first).waiting)).toEqual([]);
    expect(ids(endOffer(receiveOffer(noOffers, first), '1').waiting)).toEqual([]);
  });

  it('does not show an offer past its end', () => {
    const state = [first, second].reduce(receiveOffer, noOffers);
    expect(ids(waitingAt(state, Date.parse('2026-11-24T10:00:25.000Z')))).toEqual(['1']);
  });
});
