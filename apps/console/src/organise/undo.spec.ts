import type { ConversationChange, ConversationItem } from '#contracts';
import { describe, expect, it } from 'vitest';
import { undoOf } from './undo.js';

const row = (id: string, patch: Partial<ConversationItem>) =>
  ({ id, labelIds: [], priority: 'normal', snoozedUntil: null, ...patch }) as unknown as ConversationItem;
const until = '2026-11-27T09:00:00.000Z';
const rows = [
  row('a', { labelIds: ['late'], priority: 'high' }),
  row('b', { priority: 'urgent', snoozedUntil: until }),
  row('c', {}),
];

describe('undoOf', () => {
  it.each<[ConversationChange, [string, string][]]>([
    [{ type: 'label', labelId: 'late', on: true }, [['b,c', '{"type":"label","labelId":"late","on":false}']]],
    [{ type: 'label', labelId: 'late', on: false }, [['a', '{"type":"label","labelId":"late","on":true}']]],
    [
      { type: 'priority', priority: 'high' },
      [
        ['b', '{"type":"priority","priority":"urgent"}'],
        ['c', '{"type":"priority","priority":"normal"}'],
      ],
    ],
    [
      { type: 'snooze', until: '2026-12-01T09:00:00.000Z' },
      [
        ['b', `{"type":"snooze","until":"${until}"}`],
        ['a,c', '{"type":"unsnooze"}'],
      ],
    ],
    [{ type: 'resolve' }, [['a,b,c', '{"type":"undo_resolve"}']]],
    [{ type: 'unsnooze' }, [['b', `{"type":"snooze","until":"${until}"}`]]],
  ])('%j', (change, expected) => {
    const undone = undoOf(change, rows).map((one) => [one.conversationIds.join(), JSON.stringify(one.change)]);
    expect(undone).toEqual(expected);
  });
});
