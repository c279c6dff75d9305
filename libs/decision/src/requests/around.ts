import { politeAct } from '../manners/polite.js';
import type { EarlierMessage, Turn } from '../situation.js';
import { wordsIn } from '../manners/tokens.js';
import { carriesRequest, requestBefore } from './carries-request.js';
import { affirmed } from './denied.js';

/** What the model reads with a message. */
export interface ReadWith {
  /** The customer's message that it may lean on. */
  previous: string | null;
  /** The bot has asked what that one was about: then this one is read together with it, however little it leans. */
  asked: boolean;
  /** The message without what it denies, and, after another one, without the thanks that it begins with. */
  about: string;
}

export function around({ text, earlier }: Pick<Turn, 'text' | 'earlier'>): ReadWith {
  const last = earlier.find(({ decision }) => decision?.kind !== 'small_talk');
  const meant = affirmed(text);
  // Who denies something does not answer what the bot asked.
  const asked = last?.decision?.kind === 'clarify' && meant === text;
  const about = earlier.length > 0 ? afterThanks(meant) : meant;
  const previous = asked && saysSomething(last) ? last.text : requestBefore({ earlier: earlier.map(asMeant) });
  return { previous, asked, about };
}

/** What comes after "Ah brilliant, thank you!" says something: words. */
const fewestWords = 3;
const clauseEnd = /[.!,;:]\s+|\s[-–—]\s/gu;
/** Longer ones are stories. */
const longest = 300;

/** "Thank you! And is there a charge for that?" asks for nothing with its thanks. */
function afterThanks(text: string): string {
  if (text.length > longest) return text;
  const ends = [...text.matchAll(clauseEnd)].toReversed();
  for (const { index, 0: mark } of ends) {
    const rest = text.slice(index + mark.length);
    const act = wordsIn(rest).length >= fewestWords ? politeAct(text.slice(0, index)) : null;
    if (act === 'thanks' || act === 'acknowledgement') return rest;
  }
  return text;
}

/** What an earlier message took back or denied is not read again with this one. */
function asMeant(message: EarlierMessage): EarlierMessage {
  return { ...message, text: affirmed(message.text) };
}

/** Too little for an answer, but more than nothing: "my order", "code". */
function saysSomething({ text, decision }: EarlierMessage): boolean {
  return decision?.rule === 'too_general' && (politeAct(text) === 'general' || carriesRequest(text, null));
}
