import { expect, it } from 'vitest';
import { resultWords } from './run-words.js';

const made = { status: 'succeeded', modelVersionId: 'a' } as const;
const at = '2026-03-01T00:00:00.000Z';

it.each([
  [{ status: 'cancelled', modelVersionId: null } as const, null, 'made no version'],
  [{ status: 'failed', modelVersionId: null } as const, null, 'failed and made no version'],
  [made, null, 'not there any more'],
  [made, { version: 3, stage: 'active', activatedAt: at } as const, 'version 3, which answers now'],
  [made, { version: 3, stage: 'candidate', activatedAt: null } as const, 'has not taken over'],
  [made, { version: 3, stage: 'retired', activatedAt: at } as const, 'until another took over'],
])('%o, %o: %s', (run, model, expected) => {
  expect(resultWords(run, model)).toContain(expected);
});
