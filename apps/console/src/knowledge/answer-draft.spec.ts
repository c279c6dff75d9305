import type { AnswerView, IntentDetail } from '#contracts';
import { describe, expect, it } from 'vitest';
import { draftOf, draftProblem, inUse, isSame, variablesIn, versionsIn } from './answer-draft.js';

const version = (n: number, locale: 'en' | 'de', approved: boolean): AnswerView => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  locale,
  version: n,
  text: `version ${n}`,
  conditions: [],
  actionId: null,
  approvedAt: approved ? '2026-11-26T12:00:00.000Z' : null,
  createdByName: null,
  createdAt: '2026-11-26T12:00:00.000Z',
});
const detail = { answers: [version(1, 'en', true), version(3, 'en', false), version(2, 'de', true)] } as IntentDetail;
const row = { variable: 'status', operator: 'is', value: 'shipped', text: 'On its way: {{url}}' } as const;

describe('versions of an answer', () => {
  it('begins editing with the newest of the language, and uses the newest approved', () => {
    expect(draftOf(detail, 'en').text).toBe('version 3');
    expect(inUse(versionsIn(detail, 'en'))?.version).toBe(1);
    expect(versionsIn(detail, 'de').map(({ version: n }) => n)).toEqual([2]);
    expect(draftOf(detail, 'fr')).toEqual({ text: '', conditions: [], actionId: null });
  });

  it('knows the same answer whatever the order of its fields', () => {
    const other = { text: row.text, value: row.value, operator: row.operator, variable: row.variable };
    expect(
      isSame({ text: 'a', conditions: [row], actionId: null }, { actionId: null, conditions: [other], text: 'a' }),
    ).toBe(true);
    expect(
      isSame({ text: 'a', conditions: [row], actionId: null }, { text: 'a', conditions: [], actionId: null }),
    ).toBe(false);
  });
});

describe('a draft', () => {
  it('needs values for what it tests and what it fills in', () => {
    const draft = { text: 'Hi {{contact.name}}, {{status}}', conditions: [row], actionId: null };
    expect(variablesIn(draft)).toEqual(['status', 'contact.name', 'url']);
  });

  it.each([
    ['nothing said', { text: ' ', conditions: [] }, /Write what/],
    ['a row without text', { text: 'a', conditions: [{ ...row, text: '' }] }, /variable and a text/],
    ['a row without value', { text: 'a', conditions: [{ ...row, value: '' }] }, /value to compare/],
    [
      'a row that needs no value',
      { text: 'a', conditions: [{ ...row, operator: 'is_empty' as const, value: '' }] },
      null,
    ],
    ['a mark that nothing fills', { text: '{{stock}}', conditions: [] }, /value for \{\{stock\}\}/],
    ['all in order', { text: 'a {{contact.name}}', conditions: [row] }, null],
  ])('with %s', (_, draft, problem) => {
    const said = draftProblem({ ...draft, actionId: null }, ['status', 'url', 'contact.name']);
    if (problem) expect(said).toMatch(problem);
    else expect(said).toBeNull();
  });
});
