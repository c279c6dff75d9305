const digits = '4071893652';
const letters = 'KTRBMXWPLD';

/** A number that a pattern finds, for people to see what they have written: `FH-#####` finds FH-40718. */
export function exampleOf(pattern: string): string {
  let [digit, letter, either] = [0, 0, 0];
  return [...pattern.trim()]
    .map((mark) => {
      if (mark === '#') return digits[digit++ % digits.length];
      if (mark === 'A') return letters[letter++ % letters.length];
      if (mark === '*')
        return either++ % 2 === 0 ? digits[digit++ % digits.length] : letters[letter++ % letters.length];
      return mark;
    })
    .join('');
}

/** Several patterns are separated by commas. */
export function examplesOf(patterns: string): string[] {
  return patterns
    .split(',')
    .map(exampleOf)
    .filter((example) => example !== '');
}
