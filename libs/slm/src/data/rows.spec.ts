import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkTrainingRows, readRows, readTexts } from './rows.js';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('reading rows', () => {
  it('takes text, intent and oos from JSONL, ignores the rest, and keeps line numbers', () => {
    const path = file(
      'a.jsonl',
      '{"text": " where is it ", "intent": "status", "tags": "x"}\r\n\n{"text": "hello", "intent": "oos", "oos": true}\n',
    );
    expect(readRows(path)).toEqual({
      rows: [
        { text: 'where is it', intent: 'status', oos: false, line: 1 },
        { text: 'hello', intent: '', oos: true, line: 3 },
      ],
      warnings: [],
    });
  });

  it('reads CSV with quotes, line breaks, semicolons, a byte order mark and other column names', () => {
    const path = file('a.csv', '\uFEFFSubject;Kind;Off\n"where; is\nit";status;\nhello;;true\n');
    expect(readRows(path, { text: 'Subject', intent: 'Kind', oos: 'Off' }).rows).toEqual([
      { text: 'where; is\nit', intent: 'status', oos: false, line: 3 },
      { text: 'hello', intent: '', oos: true, line: 4 },
    ]);
  });

  it('takes text alone where no intents are asked for', () => {
    const path = file('texts.jsonl', '{"text":"a"}\n{"text":""}\n{"text":"b","intent":"x"}\n');
    const { rows, warnings } = readTexts(path);
    expect(rows.map(({ text, intent }) => [text, intent])).toEqual([
      ['a', ''],
      ['b', 'x'],
    ]);
    expect(warnings).toEqual(['texts.jsonl: 1 row (line 2) without a text left out.']);
    expect(() => readTexts(file('none.jsonl', '{"text":" "}\n'))).toThrow('none.jsonl has no row with a text. Check');
  });

  it('leaves rows without text or intent out and says which', () => {
    const path = file('gaps.jsonl', '{"text":"a","intent":"x"}\n{"text":"","intent":"x"}\n{"text":"b","intent":""}\n');
    const { rows, warnings } = readRows(path);
    expect(rows).toHaveLength(1);
    expect(warnings).toEqual([
      'gaps.jsonl: 1 row (line 2) without a text left out.',
      'gaps.jsonl: 1 row (line 3) without an intent left out.',
    ]);
  });

  it.each([
    [
      'no-intent.jsonl',
      '{"text":"a","label":"x"}\n',
      'no-intent.jsonl has no column "intent" (row 1 has: text, label)',
    ],
    ['no-text.csv', 'message,intent\na,x\n', 'no-text.csv has no column "text" (row 2 has: message, intent)'],
    ['broken.jsonl', '{"text":"a","intent":"x"}\n{"text":\n', 'broken.jsonl, line 2: this is not a JSON object'],
    ['array.jsonl', '[1]\n', 'array.jsonl, line 1: this is not a JSON object'],
    ['quotes.csv', 'text,intent\n"a,x\n', 'quotes.csv, line'],
    ['latin1.csv', Buffer.from('text,intent\nwhere,x\ncaf\xe9,x\n', 'latin1'), 'latin1.csv is not UTF-8 (line 3)'],
    ['empty.jsonl', '', 'empty.jsonl has no row with a text and an intent'],
  ])('%s: says what is wrong and where', (name, content, sentence) => {
    expect(() => readRows(file(name, content))).toThrow(sentence);
  });

  it('refuses a missing file, and a file of 1 GB without reading it', () => {
    expect(() => readRows(join(folder, 'nowhere.jsonl'))).toThrow('There is no file');
    const path = file('huge.jsonl', '');
    truncateSync(path, 2 ** 30);
    expect(() => readRows(path)).toThrow('huge.jsonl is larger than 512 MB');
  });
});

describe('checking training rows', () => {
  const row = (text: string, intent: string, line: number) => ({ text, intent, oos: intent === '', line });

  it('wants two intents', () => {
    expect(() => checkTrainingRows([row('a', 'x', 1), row('b', '', 2)], 'f.jsonl')).toThrow('only one intent (x)');
  });

  it('warns of an intent with one row and of the same text under two intents', () => {
    const rows = [
      row('Where  is it', 'x', 1),
      row('b', 'x', 2),
      row('where is it', 'y', 3),
      row('c', 'z', 4),
      row('d', 'y', 5),
    ];
    expect(checkTrainingRows(rows, 'f.jsonl')).toEqual([
      'f.jsonl: intent z has a single row (line 4). Add more wordings.',
      'f.jsonl: the same text has different intents in lines 1 and 3. Keep one of each.',
    ]);
  });
});
