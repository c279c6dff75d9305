import { politeAct } from '../manners/polite.js';
import type { EarlierMessage, Turn } from '../situation.js';
import { carriesRequest, requestBefore } from './carries-request.js';
import { affirmed } from './denied.js';

/** What the model reads with a message. */
export interface ReadWith {
  /** The customer's message that it may lean on. */
  previous: string | null;
  /** The bot has asked what that one was about: then this one is read together with it, however little it leans. */
  asked: boolean;
  /** The message without what it denies. */
  about: string;
}

export function around({ text, earlier }: Pick<Turn, 'text' | 'earlier'>): ReadWith {
  const last = earlier.find(({ decision }) => decision?.kind !== 'small_talk');
  const about = affirmed(text);
  // Who denies something does not answer what the bot asked.
  const asked = last?.decision?.kind === 'clarify' && about === text;
  const previous = asked && saysSomething(last) ? last.text : requestBefore({ earlier });
  return { previous, asked, about };
}

/** Too little for an answer, but more than nothing: "my order", "code". */
function saysSomething({ text, decision }: EarlierMessage): boolean {
  return decision?.rule === 'too_general' && (politeAct(text) === 'general' || carriesRequest(text, null));
}
