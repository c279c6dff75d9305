import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { replyId } from './reply-id.js';

it('is a UUID, the same for the same reply to the same message, and another for any other', () => {
  const [one, two] = [uuidv7(), uuidv7()];
  const ids = [replyId(one, 0), replyId(one, 1), replyId(two, 0), replyId(two, 1)];
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(z.uuid().parse(id)).toBe(id);
  expect(replyId(one, 1)).toBe(ids[1]);
});
