import { Grammar } from './grammar.js';
import { notHelped } from './phrases/not-helped.js';

const grammar = new Grammar<'notHelped' | 'untrue'>(notHelped);

/** Whether the customer says that the last answer was none for them: "I tried that", "that's not what I asked". */
export function saysNotHelped(text: string): boolean {
  return grammar.says(text, 'notHelped');
}

/** Whether the customer says that the last answer is not so: "that can't be right". */
export function saysUntrue(text: string): boolean {
  return grammar.says(text, 'untrue');
}
