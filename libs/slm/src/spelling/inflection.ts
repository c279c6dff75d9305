const endings = ['s', 'es', 'ed', 'ing', 'er', 'est', 'ly', 'y'];
const beginnings = ['re', 'un'];
const shortestStem = 4;
/** Of contractions and possessives, which words of any length have. */
const contraction = /'(?:s|d|m|ve|re|ll)$/;

/** Words of which `word` may be an inflected or derived form, such as "log in" of "logins": English, and rough. */
export function stemsOf(word: string): string[] {
  const whole = beginnings.filter((start) => word.startsWith(start)).map((start) => word.slice(start.length));
  const cut = [word, ...whole].flatMap((form) =>
    endings
      .filter((end) => form.endsWith(end))
      .flatMap((end) => {
        const stem = form.slice(0, -end.length);
        return /^[aeiouy]/.test(end) && !end.endsWith('y') ? [stem, `${stem}e`] : [stem];
      }),
  );
  const stems = [...whole, ...cut].filter((stem) => stem.length >= shortestStem);
  return contraction.test(word) ? [...stems, word.replace(contraction, '')] : stems;
}
