/**
 * `npm run bench -- language [--json] [FILE …]`: the language of short messages by words, n-grams and script, and by n-grams alone. The
 * files are English rows (JSONL with `text`), beside the demo shop's. See docs/language.md.
 */
import { readFileSync } from 'node:fs';
import { eld } from 'eld/small';
import { detectLanguage, type Detected } from '#language';
import { isHeldOut, measure, writtenMessages } from '../libs/language/src/testing/measure.js';

const json = process.argv.includes('--json');
const files = ['apps/demo-shop/data/tickets.jsonl', ...process.argv.slice(2).filter((word) => !word.startsWith('--'))];

const byNgrams = (text: string): Detected | null => {
  const found = eld.detect(text);
  return found.language ? { language: found.language, sure: found.isReliable() } : null;
};
const ways = { 'words, n-grams, script': detectLanguage, 'n-grams alone': byNgrams };

function print(row: Record<string, string | number>): void {
  if (json) return console.log(JSON.stringify(row));
  console.log(
    Object.entries(row)
      .map(([name, value]) => (typeof value === 'number' ? `${name} ${value}` : value.padEnd(36)))
      .join('  '),
  );
}

const percent = (count: number, of: number) => Number(((100 * count) / of).toFixed(2));

for (const [way, detect] of Object.entries(ways)) {
  for (const heldOut of [false, true]) {
    const { messages, right, sure, sureAndWrong } = measure(
      writtenMessages().filter((one) => isHeldOut(one) === heldOut),
      detect,
    );
    const set = heldOut ? 'short messages, held out' : 'short messages, tuned on';
    const shares = { 'right %': percent(right, messages), 'sure %': percent(sure, messages) };
    print({ set, way, messages, ...shares, 'sure and wrong': sureAndWrong });
  }
  for (const file of files) {
    const texts = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text);
    texts.map(detect); // compiled, and in the caches
    const began = performance.now();
    const found = texts.map(detect);
    const ms = Number(((performance.now() - began) / texts.length).toFixed(4));
    const other = found.filter((one) => one && one.language !== 'en');
    const sure = other.filter((one) => one!.sure).length;
    const shares = { 'not English %': percent(other.length, texts.length), 'and sure %': percent(sure, texts.length) };
    print({ set: file.split('/').slice(-2).join('/'), way, messages: texts.length, ...shares, 'ms each': ms });
  }
}
