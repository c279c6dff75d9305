import type { AttributeValues, ContactAttribute } from '#contracts';
import { describe, expect, it } from 'vitest';
import { fieldOf, shownValue, valueOf } from './attribute-values.js';

const attribute = (type: ContactAttribute['type']): ContactAttribute => ({ key: 'a', title: 'A', type });

describe('a contact’s attribute', () => {
  it.each<[ContactAttribute['type'], string, AttributeValues[string], string]>([
    ['text', ' Gold ', 'Gold', 'Gold'],
    ['text', '  ', null, ''],
    ['number', '12.5', 12.5, '12.5'],
    ['number', 'many', null, ''],
    ['yes_no', 'yes', true, 'Yes'],
    ['yes_no', 'no', false, 'No'],
    ['date', '2026-11-26', '2026-11-26', 'Nov 26, 2026'],
  ])('of type %s: %j', (type, typed, kept, shown) => {
    expect(valueOf(attribute(type), typed)).toBe(kept);
    expect(shownValue(attribute(type), kept)).toBe(shown);
    expect(valueOf(attribute(type), fieldOf(kept))).toBe(kept);
  });
});
