import { describe, expect, it } from 'vitest';
import { createSendQueue } from './send-queue.js';
import { openStorage } from './storage.js';
import { uuidv7 } from './uuidv7.js';

/** Web storage as a browser without it behaves: every access throws. */
const forbidden = () =>
  openStorage(() => {
    throw new DOMException('denied', 'SecurityError');
  }, 'baton:k:');

describe('the send queue', () => {
  it('gives back what was not removed, in the order it was written', () => {
    const storage = forbidden();
    const texts = Array.from({ length: 50 }, (_, i) => `message ${i}`);
    const ids = texts.map((text) => createSendQueue(storage).add('text', text).clientMessageId);
    createSendQueue(storage).remove(ids[7]!);
    const loaded = createSendQueue(storage).load();
    expect(loaded.map((o) => o.text)).toEqual(texts.filter((_, i) => i !== 7));
    expect(loaded[0]).toMatchObject({
      clientMessageId: ids[0],
      kind: 'text',
      status: 'sending',
      error: null,
      seq: null,
    });
  });

  it.each(['', 'null', '[]', '"x"', '{"text":1,"createdAt":"now"}', '{"text":"x"}', '{'])(
    'passes over what it did not write: %s',
    (junk) => {
      const storage = forbidden();
      storage.set('out:junk', junk);
      expect(createSendQueue(storage).load()).toEqual([]);
    },
  );
});

describe('uuidv7', () => {
  it('is a version 7 UUID with its time in front, and later ones sort after earlier ones', () => {
    const ids = Array.from({ length: 100 }, () => uuidv7(4_102_444_800_000));
    expect(new Set(ids).size).toBe(100);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(4_102_444_800_000);
  });
});
