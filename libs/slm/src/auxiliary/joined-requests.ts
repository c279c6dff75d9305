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

/**
 * Messages of two requests, each made of two random rows of different intents, since nobody labels such messages: joined in the ways
 * of customers, half of them in lower case, with the full stops gone, as people write in a hurry.
 */
export function joinedRequests(rows: readonly LabelledText[], count: number, random: Random): string[] {
  const short = rows.filter(({ text }) => text.length <= longest);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random.next() * from.length)]!;
  const out: string[] = [];
  // With a single intent there are no pairs, so the tries are counted.
  for (let tries = 0; out.length < count && tries < 10 * count && short.length > 0; tries++) {
    const [first, second] = [pick(short), pick(short)];
    if (first.intent === second.intent && first.oos === second.oos) continue;
    out.push(joinedPair(first.text, second.text, pick(joints), random));
  }
  return out;
}

function joinedPair(first: string, second: string, joint: string, random: Random): string {
  const open = first.replace(/[\s.?!,;…]+$/u, '');
  const continues = /^[\s,]*[a-z-]/.test(joint) || joint.trim() === ',';
  const joined = open + joint + (continues ? lowered(second) : second);
  if (random.next() < 0.5) return joined;
  return joined.toLowerCase().replace(/[.?!,;]+(?=\s|$)/gu, random.next() < 0.5 ? '' : '$&');
}

/** With a small first letter, unless the word is one in capitals, such as `I`. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
