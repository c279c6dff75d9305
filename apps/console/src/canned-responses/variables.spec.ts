import { describe, expect, it } from 'vitest';
import { fillMarks, nextMark, valuesOf } from './variables.js';

describe('marks of canned replies', () => {
  const values = valuesOf({ name: 'Ada Lovelace', email: null }, 'Kim Reed');

  it.each([
    ['Hi {{contact.first_name}}!', 'Hi Ada!'],
    ['{{ agent.name }}', 'Kim Reed'],
    ['Mail: {{contact.email}}', 'Mail: {{contact.email}}'],
    ['{{order}} of {{contact.name}}', '{{order}} of Ada Lovelace'],
    ['{{toString}} {{__proto__x}}', '{{toString}} {{__proto__x}}'],
    ['{{}} {one} {{{agent.first_name}}}', '{{}} {one} {Kim}'],
  ])('fills what is known of %j', (text, filled) => {
    expect(fillMarks(text, values)).toBe(filled);
  });

  it('goes from one open mark to the next, and round', () => {
    const text = 'Order {{order}} leaves {{day}}.';
    expect(nextMark(text)).toEqual({ from: 6, to: 15, name: 'order' });
    expect(nextMark(text, 15)?.name).toBe('day');
    expect(nextMark(text, 30)?.name).toBe('order');
    expect(nextMark('No mark')).toBeNull();
  });
});
