import { announced, asks } from './asks.js';

/** A part of a text, in UTF-16 units. */
export interface Span {
  from: number;
  to: number;
}

/** Words that add another request, in English, Spanish, German, French and Arabic. */
const adders = [
  'and another thing|another thing|one more thing|another question|also|besides|on top of that|plus|by the way|btw',
  'one last thing|last question|second question|furthermore|moreover|additionally|secondly|thirdly|lastly|apart from that',
  "while (?:i am|im|i['’]m|you are|you['’]?re) (?:here|at it)",
  'además|también|tambien|otra cosa|por otro lado|por otra parte',
  'außerdem|ausserdem|noch etwas|ebenfalls|zudem|zweitens',
  'aussi|autre chose|par ailleurs|également|de plus|en outre|deuxièmement',
  'كذلك|أيضا|أيضاً|كما',
].join('|');
/** Words that only join. They belong to neither piece. */
const joiners = `${adders}|and|n|then|oh|&|y|e|und|auch|dann|et|ensuite|puis`;

/** The same at the end of what is added: "… and I need an invoice too". */
const endsAdding = /[^\p{L}](?:too|as well|also|también|auch|aussi|également|أيضا|أيضاً)[^\p{L}\p{N}]*$/iu;
const adding = new RegExp(`(^|[^\\p{L}])(?:${adders})([^\\p{L}]|$)`, 'iu');
/** "In three bits AND a towel short". */
const loud = /(?:^|\P{L})AND(?:\P{L}|$)/u;
const joiner = `(?:${joiners})(?=[\\s,:])[\\s,:]*`;
/** Of the items of a list. In words only after a stop: "I have one, could I get two more?" */
const marker = '\\(?[1-9a-d][).]\\s+';
const spelled = '(?:one|two|three|four)[,:.]\\s+';
/** At the beginning of a line a bare number is one, too. */
const numberedLine = '\\n\\s*[1-9]\\s+(?=\\p{L})';
/**
 * Between two pieces: the end of a sentence, a line or a clause and the words after it that only join, or such words alone. The Arabic
 * "and" is a letter before the next word.
 */
const joint = new RegExp(
  `${numberedLine}|(?:[.?!…؟]+(?=\\s)|[,;،؛](?=\\s)|\\s[-–—/+](?=\\s)|\\n)\\s*(?:${marker}|${spelled})?(?:${joiner})*|\\s+(?:${joiner})+|\\s+${marker}|\\s+و(?=\\p{L}{2})`,
  'giu',
);

/** Before a second or later item. The first one keeps what introduces it: "I'd like (a) the invoice, (b) a refund". */
const endsInMarker = /(?:[2-9b-d][).]|\n\s*[2-9]|(?:two|three|four)[,:.])\s+$/i;

/** A list counts from its first item on: "a size 8. Is it …" is none. Then it is taken to pieces at its markers and nowhere else. */
function isList(text: string): boolean {
  return (
    /(?:^|[\s:(])(?:[1a][).]|one[,:.])\s.*\s(?:\(?[2b][).]|two[,:.])\s/is.test(text) ||
    /(?:^|\n)\s*1\s.*\n\s*2\s/s.test(text)
  );
}

/** "Between 10 and 12": one thing with two numbers. */
function joinsNumbers(text: string, { from, to }: Span): boolean {
  return (
    /^\s+\p{L}+\s+$/u.test(text.slice(from, to)) && /\d$/.test(text.slice(0, from)) && /^\W?\d/.test(text.slice(to))
  );
}

/** More joints than this are those of a story, which is not taken to pieces. */
const mostJoints = 8;
/** A bubble for each request: more at once is for people to sort out. */
export const mostPieces = 3;

/**
 * What speaks for several requests in how a text is put:
 *
 * - `list`: markers of a list stand between pieces;
 * - `adds`: somewhere between them stands a word that adds, such as "also", or a marker: more than "and" or a full stop says;
 * - `asks`: each piece begins as a question does;
 * - `questionMarks`: two pieces or more have one;
 * - `announced`: "two things";
 * - `stop`, `semicolon`, `and`: that stands between pieces.
 */
const cues = ['list', 'adds', 'asks', 'questionMarks', 'announced', 'stop', 'semicolon', 'and'] as const;
export type Cue = (typeof cues)[number];

/** A text taken to pieces. */
export interface Way {
  spans: Span[];
  cues: ReadonlySet<Cue>;
}

/**
 * The ways in which a text may be taken to pieces that are requests of their own: into two, then into three. Empty where it has no
 * joint.
 */
export function waysToSplit(text: string): Way[] {
  const all = [...text.matchAll(joint)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const marked = isList(text) ? all.filter(({ from, to }) => endsInMarker.test(text.slice(from, to))) : [];
  const joints = marked.length > 0 ? marked : all.filter((joint) => !joinsNumbers(text, joint));
  if (joints.length > mostJoints) return [];
  const adds = (gap: string) => marked.length > 0 || adding.test(gap) || (loud.test(gap) && /\p{Ll}/u.test(text));
  const saysSeveral = isAnnounced.test(text);
  const ways: Way[] = [];
  const fewest = marked.length > 0 ? Math.min(marked.length + 1, mostPieces) : 2;
  for (let pieces = fewest; pieces <= mostPieces; pieces++)
    for (const chosen of combinations(joints, pieces - 1)) {
      const spans = between(text, chosen);
      const parts = spans.map(({ from, to }) => text.slice(from, to));
      if (!parts.every(isWorthReading)) continue;
      const gaps = chosen.map(({ from, to }) => text.slice(from, to));
      const holds: Record<Cue, boolean> = {
        list: marked.length > 0,
        adds: gaps.some(adds) || parts.slice(1).some((part) => endsAdding.test(part)),
        asks: parts.every(asks),
        questionMarks: spans.filter(({ from }, i) => text.slice(from, spans[i + 1]?.from).includes('?')).length > 1,
        announced: saysSeveral,
        stop: gaps.some((gap) => /[.?!…]/.test(gap)),
        semicolon: gaps.some((gap) => gap.includes(';')),
        and: gaps.some((gap) => /(?:^|\P{L})(?:and|n|&)(?:\P{L}|$)/iu.test(gap)),
      };
      ways.push({ spans, cues: new Set(cues.filter((cue) => holds[cue])) });
    }
  return ways;
}

const isAnnounced = new RegExp(announced, 'i');

/** "Right, three things before my tea break is over." before them is none of them. */
const counted = new RegExp(
  [
    '^(?:(?:hi|hiya|hello|hey|right|ok|okay|so|now|morning)(?: there)?[,.! ]+)*',
    announced,
    '(?: [^\\s:.!?–-]{1,20}){0,3}(?:,? (?:before|while|if|about) [^:.!?\\n]{1,40})?',
    ' *[:.!?–-]+ +',
  ].join(''),
  'i',
);

/** The text around the joints, without blanks at its ends. */
function between(text: string, joints: Span[]): Span[] {
  const starts = [counted.exec(text)?.[0].length ?? 0, ...joints.map(({ to }) => to)];
  const ends = [...joints.map(({ from }) => from), text.length];
  return starts.map((start, i) => {
    const piece = text.slice(start, ends[i]);
    const from = start + piece.length - piece.trimStart().length;
    return { from, to: Math.max(from, from + piece.trim().length) };
  });
}

/** A word of four letters at least, or several words: "hi", "ok" and a number are no requests. */
function isWorthReading(piece: string): boolean {
  return /\p{L}{4}/u.test(piece) || /\p{L}(?:\s+\S+){3}/u.test(piece) || (asks(piece) && /\S\s+\S+\s+\S/.test(piece));
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}
