import type { MessageView } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTimeline, isMissing, lastSeq, openPage, prependPage, receive, type Timeline } from './timeline.js';

const conversationId = '0190a000-0000-7000-8000-000000000000';

/** `seqs` of one reader's view: each message points at the one before it in the list. */
function history(seqs: number[]): MessageView[] {
  return seqs.map((seq, index) => ({
    id: `0190a000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    conversationId,
    seq,
    previousSeq: seqs[index - 1] ?? 0,
    kind: 'inbound',
    senderType: 'contact',
    senderName: 'Maria',
    text: `message ${seq}`,
    activity: null,
    quickReplies: [],
    attachments: [],
    mail: null,
    clientMessageId: `0190a000-0000-7000-9000-${String(seq).padStart(12, '0')}`,
    modelVersionId: null,
    createdAt: '2026-11-24T10:00:00.000Z',
  }));
}

const of = (timeline: Timeline) => timeline.messages.map((message) => message.seq);
const all = history([1, 2, 3, 4, 5, 6]);
const opened = openPage(emptyTimeline, all.slice(2, 4), true);

describe('timeline', () => {
  it.each<[string, Timeline, number[], number, boolean]>([
    ['shows the first page', opened, [3, 4], 4, false],
    ['appends the next message', receive(opened, [all[4]!]), [3, 4, 5], 5, false],
    ['holds back what comes after a gap', receive(opened, [all[5]!]), [3, 4], 4, true],
    [
      'closes the gap when the missing one comes',
      receive(receive(opened, [all[5]!]), [all[4]!]),
      [3, 4, 5, 6],
      6,
      false,
    ],
    ['ignores what it has', receive(receive(opened, [all[4]!]), [all[4]!, all[3]!]), [3, 4, 5], 5, false],
    ['ignores what is older than its first page', receive(opened, [all[0]!]), [3, 4], 4, false],
    [
      'keeps what arrived before the page',
      openPage(receive(emptyTimeline, [all[4]!]), all.slice(2, 4), true),
      [3, 4, 5],
      5,
      false,
    ],
    ['joins a page that overlaps', openPage(opened, all.slice(3), true), [3, 4, 5, 6], 6, false],
    ['leaves a hole before a later page to sync', openPage(opened, all.slice(5), true), [3, 4], 4, true],
    ['prepends the page before', prependPage(opened, all.slice(0, 2), false), [1, 2, 3, 4], 4, false],
    ['drops a page that does not join on', prependPage(opened, all.slice(0, 1), false), [3, 4], 4, false],
    ['starts an empty conversation', receive(openPage(emptyTimeline, [], false), [all[0]!]), [1], 1, false],
  ])('%s', (_name, timeline, seqs, last, missing) => {
    expect(of(timeline)).toEqual(seqs);
    expect(lastSeq(timeline)).toBe(last);
    expect(isMissing(timeline, 0)).toBe(missing);
  });

  it('knows that something is missing from an acknowledgement alone', () => {
    expect(isMissing(opened, 5)).toBe(true);
    expect(isMissing(opened, 4)).toBe(false);
    expect(isMissing(emptyTimeline, 5)).toBe(false);
  });

  it('gives the ordered history for any order and duplication of events, and a gap-free run at every step', () => {
    const scenario = fc
      .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 40 })
      .map((seqs) => history(seqs.sort((a, b) => a - b)))
      .chain((messages) =>
        fc.record({
          messages: fc.constant(messages),
          pageStart: fc.nat(messages.length - 1),
          pageAt: fc.nat(messages.length),
          events: fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length * 2 }),
        }),
      );
    fc.assert(
      fc.property(scenario, ({ messages, pageStart, pageAt, events }) => {
        let timeline = emptyTimeline;
        events.forEach((message, index) => {
          if (index === pageAt) timeline = openPage(timeline, messages.slice(pageStart, pageStart + 5), pageStart > 0);
          timeline = receive(timeline, [message]);
          for (const [i, next] of timeline.messages.entries()) {
            if (i > 0) expect(next.previousSeq).toBe(timeline.messages[i - 1]?.seq);
          }
        });
        if (!timeline.loaded) timeline = openPage(timeline, messages.slice(pageStart, pageStart + 5), pageStart > 0);
        expect(of(timeline)).toEqual(messages.slice(pageStart).map((message) => message.seq));
        timeline = prependPage(timeline, messages.slice(0, pageStart), false);
        expect(timeline.messages).toEqual(messages);
        expect(timeline.ahead).toEqual([]);
      }),
    );
  });
});
