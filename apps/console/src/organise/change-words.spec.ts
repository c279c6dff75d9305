import { errorTable, type ConversationItem } from '#contracts';
import { expect, it } from 'vitest';
import { changedText, refusedText } from './change-words.js';

it.each([
  [1, 'The conversation is resolved. The bot learns nothing from it.'],
  [3, '3 conversations are resolved. The bot learns nothing from them.'],
])('says what became of %i', (count, text) => {
  expect(changedText({ type: 'resolve' }, count)).toBe(text);
});

it('names every row that was refused, under its reason', () => {
  const rows = ['Maria', 'Jonas', 'Salma'].map(
    (contactName, n) => ({ id: String(n), contactName }) as ConversationItem,
  );
  const refused = [
    { conversationId: '0', error: 'NOT_OWNER' },
    { conversationId: '1', error: 'ALREADY_RESOLVED' },
    { conversationId: '2', error: 'NOT_OWNER' },
  ] as const;
  const { NOT_OWNER, ALREADY_RESOLVED } = errorTable;
  expect(refusedText([...refused], rows)).toBe(
    `Not changed. Maria, Salma: ${NOT_OWNER.message} Jonas: ${ALREADY_RESOLVED.message}`,
  );
});
