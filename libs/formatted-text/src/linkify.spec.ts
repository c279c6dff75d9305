import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkify } from './linkify.js';

const links = (text: string) => linkify(text).flatMap((part) => part.href ?? []);

describe('linkify', () => {
  it.each([
    ['See https://a.example/x?y=1#z for more', ['https://a.example/x?y=1#z']],
    ['(https://a.example/b_(c)), and http://d.example.', ['https://a.example/b_(c)', 'http://d.example']],
    ['Really?! https://a.example/why?!', ['https://a.example/why']],
    ['"https://a.example/">click</a>', ['https://a.example/']],
    ['javascript:alert(1) data:text/html,x ftp://a.example www.a.example', []],
    ['https://bank.example@evil.example/', []],
    ['https:// and http://[', []],
    ['https://a.example/\u202egnp.exe', ['https://a.example/']],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('shows every character of the text, and links only what it shows', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('https://', 'http://a.b/', ')', '.', ' ', '@', '\u202e'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const parts = linkify(pieces.join(''));
        expect(parts.map((part) => part.text).join('')).toBe(pieces.join(''));
        for (const part of parts) if (part.href) expect(part.href).toMatch(/^https?:\/\//i);
        for (const part of parts) if (part.href) expect(part.href).toBe(part.text);
      }),
    );
  });
});
