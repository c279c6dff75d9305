import { withoutFaces } from './faces.js';
import { Grammar } from './grammar.js';
import { politeActs, type PoliteAct } from './phrases/acts.js';
import { ar } from './phrases/ar.js';
import { de } from './phrases/de.js';
import { en } from './phrases/en.js';
import { es } from './phrases/es.js';
import { fr } from './phrases/fr.js';

const grammar = new Grammar<PoliteAct>([en, es, de, fr, ar]);

/** What a message does that consists of manners only, in five languages; null: there is more in it, or nothing. */
export function politeAct(text: string): PoliteAct | null {
  const acts = grammar.actsOf(withoutFaces(text));
  return (acts && politeActs.find((act) => acts.has(act))) ?? null;
}

/** "Thanks for the quick delivery": whatever it is for. */
export function givesThanks(text: string): boolean {
  return grammar.says(text, 'thanks');
}

/** "Can I speak to somebody about it": shorter phrases stand in sentences that ask for nobody. */
export function asksForPerson(text: string): boolean {
  return politeAct(text) === 'person' || grammar.says(text, 'person', 4);
}
