import { describe, expect, it } from 'vitest';
import { mentionedIn } from './mentions.js';

const colleagues = ['Ann', 'Ann Lee', 'Kim Reed', 'Kim Sato', 'Zoë Ünal'].map((name) => ({ id: name, name }));

describe('who is named in a note', () => {
  it.each([
    ['@Kim Reed can you look?', ['Kim Reed']],
    ['please, @kim  reed and @Zoë!', ['Kim Reed', 'Zoë Ünal']],
    ['@Ann Lee, not the other one', ['Ann Lee']],
    ['@Ann: yours', ['Ann']],
    ['@Kim', []],
    ['@Annabel', []],
    ['mail kim@ann.example', []],
    ['@Ann @Ann', ['Ann']],
    ['nobody', []],
  ])('%j', (text, mentioned) => {
    expect(mentionedIn(text, colleagues)).toEqual(mentioned);
  });
});
