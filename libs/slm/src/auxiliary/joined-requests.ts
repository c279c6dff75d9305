import type { Random } from '#statistics';
import type { LabelledText } from '../data/index.js';

/** What people write between two requests in one message. */
const joints = [
  ' and ',
  ' and also ',
  ', and ',
  ', also ',
  ' also ',
  ', ',
  '. ',
  '. Also, ',
  '. And ',
  '? ',
  '? Also ',
  ' - ',
  '\n',
  '. And another thing, ',
  ' and while I am here, ',
  ' plus ',
  '; ',
];

/** Longer messages are stories, and two of them together are cut off before the second begins. */
const longest = 160;
/** "Thanks" and "refund??" are joined to nothing. */
const fewestWords = 3;

/**
 * Messages of two requests, each made of two random rows of different intents, since nobody labels such messages: joined in the ways
 * of customers, half of them in lower case, some without stops inside, as people write in a hurry.
 */
export function joinedRequests(rows: readonly LabelledText[], count: number, random: Random): string[] {
  const usable = rows.filter(({ text, oos }) => !oos && text.length <= longest && words(text) >= fewestWords);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random.next() * from.length)]!;
  const out: string[] = [];
  // With a single intent there are no pairs, so the tries are counted.
  for (let tries = 0; out.length < count && tries < 10 * count && usable.length > 0; tries++) {
    const [first, second] = [pick(usable), pick(usable)];
    if (first.intent === second.intent) continue;
    const joint = pick(joints);
    const hurried = random.next() < 0.5;
    out.push(joined(first.text, second.text, joint, hurried));
  }
  return out;
}

function joined(first: string, second: string, joint: string, hurried: boolean): string {
  const open = first.replace(/[\s.?!,;…]+$/u, '');
  if (hurried) return (withoutStops(open) + joint + withoutStops(second)).toLowerCase();
  const goesOn = /^[\s,;-]/.test(joint) && joint !== '\n';
  return open + joint + (goesOn ? lowered(second) : second);
}

function withoutStops(text: string): string {
  return text.replace(/[.?!,;]+(?=\s|$)/gu, '');
}

/** With a small first letter, unless the word is one in capitals, such as `I`. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

function words(text: string): number {
  return text.trim().split(/\s+/).length;
}
