/** Numbers in words, in English, Spanish, German, French and Arabic: "one zero four two", "ten forty-two", "tausendzweiundvierzig". */

type Kind = 'digit' | 'teen' | 'ten' | 'hundred' | 'thousand' | 'double' | 'and';
interface Item {
  kind: Kind;
  value: number;
  /** German and Arabic say the unit before the ten: "zwei und vierzig". */
  unitFirst: boolean;
}

const words = new Map<string, Item>();
function add(kind: Kind, values: number[], list: string, unitFirst = false): void {
  for (const [i, variants] of list.split(' ').entries())
    for (const word of variants.split('|')) words.set(word, { kind, value: values[i]!, unitFirst });
}
const from = (first: number, count: number, step = 1) => Array.from({ length: count }, (_, i) => first + i * step);
const [digits, teens, tens, hundreds] = [from(0, 10), from(10, 10), from(20, 8, 10), from(200, 8, 100)];

add('digit', digits, 'zero|oh|nought one two three four five six seven eight nine');
add('digit', digits, 'cero uno|un|una dos tres cuatro cinco seis siete ocho nueve');
add('digit', digits, 'null eins|ein|eine zwei|zwo drei vier fünf|fuenf sechs sieben acht neun');
add('digit', digits, 'zéro un|une deux trois quatre cinq six sept huit neuf');
add(
  'digit',
  digits,
  'صفر واحد|واحدة اثنان|اثنين|اتنين|إثنان ثلاثة|ثلاث|تلاتة أربعة|اربعة|أربع|اربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني|تمانية تسعة|تسع',
);
add('teen', teens, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
add('teen', teens, 'diez once doce trece catorce quince dieciséis|dieciseis diecisiete dieciocho diecinueve');
add('teen', teens, 'zehn elf zwölf|zwoelf dreizehn vierzehn fünfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn');
add('teen', from(10, 7), 'dix onze douze treize quatorze quinze seize');
add('teen', [10], 'عشرة');
add('ten', tens, 'twenty thirty forty|fourty fifty sixty seventy eighty ninety');
add('ten', tens, 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
add('teen', from(21, 9), 'veintiuno|veintiún veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco');
add('teen', from(26, 4), 'veintiséis|veintiseis veintisiete veintiocho veintinueve');
add('ten', tens, 'zwanzig dreißig|dreissig vierzig fünfzig|fuenfzig sechzig siebzig achtzig neunzig');
add('ten', tens, 'vingt|vingts trente quarante cinquante soixante septante huitante nonante');
add(
  'ten',
  tens,
  'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
);
add('hundred', [100], 'hundred|cien|ciento|hundert|cent|cents|مئة|مائة|مية');
add(
  'hundred',
  hundreds,
  'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
);
add('hundred', [200, 300, 400], 'مئتان|مئتين ثلاثمئة|ثلاثمائة أربعمئة|أربعمائة');
add('thousand', [1000], 'thousand|mil|tausend|mille|ألف|الف');
add('thousand', [2000], 'ألفان|ألفين|الفين');
add('double', [2, 3], 'double|doble|doppel triple|triple');
add('and', [0], 'and|y|et');
add('and', [0], 'und|و', true);

const germanParts = [...words.keys()]
  .filter((word) =>
    /^(?:null|ein|eine|eins|zwei|zwo|drei|vier|f[uü]e?nf|sechs|sieben|acht|neun|elf|zw[oö]e?lf|hundert|tausend|und|[a-zßüö]+zehn|zehn|[a-zßü]+zig|drei(?:ß|ss)ig)$/u.test(
      word,
    ),
  )
  .sort((a, b) => b.length - a.length);
const germanPart = new RegExp(germanParts.join('|'), 'y');

/** The number words that a word is made of; null: it is none. */
function itemsOf(word: string): Item[] | null {
  const known = words.get(word);
  if (known) return [known];
  if (word.startsWith('و') && words.has(word.slice(1))) return [words.get('و')!, words.get(word.slice(1))!];
  if (word.length < 8) return null;
  const parts: Item[] = [];
  for (germanPart.lastIndex = 0; germanPart.lastIndex < word.length;) {
    const part = germanPart.exec(word);
    if (!part) return null;
    parts.push(words.get(part[0])!);
  }
  return parts;
}

/** One number from the front of `items`, and how many of them it takes; null: none begins here. */
function cardinal(items: Item[]): { value: number; taken: number } | null {
  let [thousands, rest, taken] = [0, 0, 0];
  let last: Kind | null = null;
  for (let i = 0; i < items.length; i++) {
    const { kind, value } = items[i]!;
    const after = last === 'and' ? items[i - 2]?.kind : last;
    const unitThenTen =
      kind === 'ten' && last === 'and' && items[i - 1]!.unitFirst && after === 'digit' && rest % 10 > 0;
    const openHundred = rest % 100 === 0 && (last === null || after === 'hundred' || after === 'thousand');
    if (kind === 'and' && last !== null && last !== 'and') last = kind;
    else if (kind === 'thousand' && thousands === 0 && last !== 'and') {
      thousands = Math.max(rest, 1) * value;
      [rest, last] = [0, kind];
    } else if (kind === 'hundred' && rest < 100 && (rest === 0 || value === 100) && last !== 'and') {
      rest = Math.max(rest, 1) * value;
      last = kind;
    } else if (unitThenTen) [rest, last] = [rest + value, kind];
    else if ((kind === 'ten' || kind === 'teen') && openHundred) [rest, last] = [rest + value, kind];
    else if (kind === 'ten' && value === 20 && after === 'digit' && rest % 100 === 4 && last === 'digit')
      [rest, last] = [rest + 76, kind]; // quatre-vingt
    else if (kind === 'teen' && after === 'ten' && value < 20 && [60, 80].includes(rest % 100))
      [rest, last] = [rest + value, kind]; // soixante-douze
    else if (kind === 'digit' && value > 0 && (openHundred || (after === 'ten' && rest % 10 === 0)))
      [rest, last] = [rest + value, kind];
    else if (kind === 'digit' && value > 6 && last === 'teen' && rest % 20 === 10)
      [rest, last] = [rest + value, kind]; // dix-sept
    else if (kind === 'digit' && value === 0 && last === null) return { value: 0, taken: 1 };
    else break;
    if (last !== 'and') taken = i + 1;
  }
  return taken > 0 ? { value: thousands + rest, taken } : null;
}

/** "1 0 4 2" for digit by digit, "10 42" for pairs, "1042" for one number; null: fewer than three digits, or one word alone. */
function inDigits(items: Item[]): { text: string; taken: number } | null {
  const groups: string[] = [];
  let taken = 0;
  while (taken < items.length) {
    const { kind, value } = items[taken]!;
    const next = items[taken + 1];
    if (kind === 'double' && next?.kind === 'digit') {
      groups.push(...Array<string>(value).fill(String(next.value)));
      taken += 2;
      continue;
    }
    const number = cardinal(items.slice(taken));
    if (!number) break;
    groups.push(String(number.value));
    taken += number.taken;
  }
  return groups.join('').length >= 3 && taken >= 2 ? { text: groups.join(' '), taken } : null;
}

const wordAtATime = /[\p{L}\p{M}]+/gu;

/** The text with numbers of three digits and more in digits. */
export function wordsToDigits(text: string): string {
  const found = [...text.matchAll(wordAtATime)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    items: itemsOf(match[0].toLowerCase().normalize('NFC')),
  }));
  let [result, done] = ['', 0];
  for (let i = 0; i < found.length;) {
    let end = i;
    while (
      end < found.length &&
      found[end]!.items &&
      (end === i || /^[ -]+$/.test(text.slice(found[end - 1]!.to, found[end]!.from)))
    )
      end++;
    const run = found.slice(i, end);
    const number = run.length > 0 ? inDigits(run.flatMap(({ items }) => items!)) : null;
    if (!number) {
      i += 1;
      continue;
    }
    let [count, left] = [0, number.taken];
    while (left > 0) left -= run[count++]!.items!.length;
    result += text.slice(done, run[0]!.from) + number.text;
    done = run[count - 1]!.to;
    i += count;
  }
  return result + text.slice(done);
}
