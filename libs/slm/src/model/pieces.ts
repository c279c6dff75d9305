/** A part of a text, in UTF-16 units. */
export interface Span {
  from: number;
  to: number;
}

/** Words that begin another request, in English, Spanish, German, French and Arabic. They belong to neither piece. */
const joiners = [
  'and another thing',
  'another thing',
  'one more thing',
  'while (?:i am|im|i[\'’]m) here',
  'by the way|btw',
  'and|also|plus|then|oh|&|too',
  'además|también|tambien|y|e|otra cosa',
  'außerdem|ausserdem|und|auch|noch etwas|dann noch',
  'et|aussi|ensuite|autre chose|par ailleurs',
  'كذلك|أيضا|أيضاً|كما',
].join('|');

const joiner = `(?:${joiners})(?=[\\s,:])[\\s,:]*`;
/**
 * Between two pieces: the end of a sentence, a line or a clause and the words after it that only join, or such words alone. The Arabic
 * "and" is a letter before the next word.
 */
const joint = new RegExp(
  `(?:[.?!…؟]+(?=\\s)|[,;،؛](?=\\s)|\\s[-–—/](?=\\s)|\\n)\\s*(?:${joiner})*|\\s+(?:${joiner})+|\\s+و(?=\\p{L}{2})`,
  'giu',
);

/** More joints than this are those of a story, which is not taken to pieces. */
const mostJoints = 8;
/** A bubble for each request: more at once is for people to sort out. */
const mostPieces = 3;

/**
 * The ways in which a text may be taken to pieces that are requests of their own: into two, then into three. Empty where it has no
 * joint.
 */
export function waysToSplit(text: string): Span[][] {
  const joints = [...text.matchAll(joint)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  if (joints.length > mostJoints) return [];
  const ways: Span[][] = [];
  for (let pieces = 2; pieces <= mostPieces; pieces++)
    for (const chosen of combinations(joints, pieces - 1)) {
      const spans = between(text, chosen);
      if (spans.every(({ from, to }) => isWorthReading(text.slice(from, to)))) ways.push(spans);
    }
  return ways;
}

/** The text around the joints, without blanks at its ends. */
function between(text: string, joints: Span[]): Span[] {
  const starts = [0, ...joints.map(({ to }) => to)];
  const ends = [...joints.map(({ from }) => from), text.length];
  return starts.map((start, i) => {
    const piece = text.slice(start, ends[i]);
    const from = start + piece.length - piece.trimStart().length;
    return { from, to: Math.max(from, from + piece.trim().length) };
  });
}

/** A word of four letters at least: "hi", "ok" and a number are no requests. */
function isWorthReading(piece: string): boolean {
  return /\p{L}{4}/u.test(piece);
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}
