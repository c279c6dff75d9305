/** The cost of an edit at most, of a letter too many, and of what happens easily. */
export const editCost = 5;
export const extraCost = 4;
export const easyCost = 3;

/** Letters of words that are compared. */
export const longest = 24;
/** Three rows of the table, the same for every pair of words: a message is compared with hundreds. */
const rows = [0, 0, 0].map(() => new Int32Array(longest + 1)) as [Int32Array, Int32Array, Int32Array];

/** Keys that lie beside each other, vowels, and consonants that sound alike. */
const easilyMistaken = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
    .flatMap((keys) => Array.from(keys.slice(1), (key, i) => keys[i]! + key))
    .concat(['ae', 'ai', 'ao', 'au', 'ei', 'eo', 'eu', 'io', 'iu', 'ou', 'ey', 'iy', 'ck', 'cs', 'sz', 'fv', 'td'])
    .flatMap((pair) => [pair, pair[1]! + pair[0]!]),
);

/**
 * The cost of typing `typed` for `meant`: a weighted Damerau-Levenshtein distance (optimal string alignment). Easily, letters are swapped, left out
 * or doubled, or become ones that lie beside them or sound alike. Infinity if it is more than `most`.
 * Both have at most `longest` letters.
 */
export function typingCost(typed: string, meant: string, most: number): number {
  if (Math.abs(typed.length - meant.length) * easyCost > most) return Infinity;
  let [before, last, costs] = rows;
  last[0] = 0;
  for (let j = 1; j <= meant.length; j++) last[j] = last[j - 1]! + easyCost;
  for (let i = 1; i <= typed.length; i++) {
    let least = last[0]! + costOfExtra(typed, i - 1);
    costs[0] = least;
    for (let j = 1; j <= meant.length; j++) {
      const [a, b] = [typed[i - 1]!, meant[j - 1]!];
      let cost = Math.min(
        last[j - 1]! + (a === b ? 0 : easilyMistaken.has(a + b) ? easyCost : editCost),
        last[j]! + costOfExtra(typed, i - 1),
        costs[j - 1]! + easyCost,
      );
      if (i > 1 && j > 1 && a === meant[j - 2] && typed[i - 2] === b) cost = Math.min(cost, before[j - 2]! + easyCost);
      costs[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return Infinity;
    [before, last, costs] = [last, costs, before];
  }
  const cost = last[meant.length]!;
  return cost > most ? Infinity : cost;
}

function costOfExtra(typed: string, at: number): number {
  return typed[at] === typed[at - 1] ? easyCost : extraCost;
}
