/** Scripts that tell the language, or nearly so. */
const scripts: [language: string, letters: RegExp][] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
/** Of Persian and Urdu, not of Arabic. */
const notArabic = /[پچژگکیے]/u;

export interface ScriptGuess {
  /** Null: several languages write so; ask something else. */
  language: string | null;
  /** Of all letters, those in this script. */
  share: number;
  letters: number;
}

/** The script other than Latin that a text has, if any. */
export function scriptOf(text: string): ScriptGuess | null {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  const counts = new Map(scripts.map(([language, letters]) => [language, text.match(letters)?.length ?? 0]));
  // Japanese is written with Chinese characters, too.
  if (counts.get('ja')! > 0) counts.set('ja', counts.get('ja')! + counts.get('zh')!);
  const [language, letters] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  if (letters === 0) return null;
  const severalLanguages = language === 'ru' || (language === 'ar' && notArabic.test(text));
  return { language: severalLanguages ? null : language, share: letters / all, letters };
}
