import type { MessageView } from '#contracts';
import { describe, expect, it } from 'vitest';
import { entriesOf } from './entries.js';

const at = (day: number, minute: number) => new Date(2026, 10, day, 10, minute).toISOString();

function message(seq: number, createdAt: string, senderType: 'contact' | 'bot' = 'contact'): MessageView {
  return {
    id: `m${seq}`,
    seq,
    createdAt,
    senderType,
    senderName: senderType,
    kind: senderType === 'bot' ? 'outbound' : 'inbound',
  } as MessageView;
}

/** "24" = a day separator, "m1[" = first of its run, "m1]" = last. */
function drawn(messages: MessageView[]): string {
  return entriesOf(messages)
    .map((entry) =>
      entry.type === 'day'
        ? new Date(entry.at).getDate()
        : `${entry.key}${entry.first ? '[' : ''}${entry.last ? ']' : ''}`,
    )
    .join(' ');
}

describe('entries', () => {
  it.each<[string, MessageView[], string]>([
    ['nothing', [], ''],
    ['one message', [message(1, at(24, 0))], '24 m1[]'],
    ['a run', [message(1, at(24, 0)), message(2, at(24, 1)), message(3, at(24, 2))], '24 m1[ m2 m3]'],
    ['a change of sender', [message(1, at(24, 0)), message(2, at(24, 1), 'bot')], '24 m1[] m2[]'],
    ['a pause', [message(1, at(24, 0)), message(2, at(24, 6))], '24 m1[] m2[]'],
    ['a new day', [message(1, at(23, 0)), message(2, at(24, 0))], '23 m1[] 24 m2[]'],
  ])('%s', (_name, messages, expected) => {
    expect(drawn(messages)).toBe(expected);
  });
});
