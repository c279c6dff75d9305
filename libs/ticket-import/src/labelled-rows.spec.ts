import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRows, readTexts } from './labelled-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('labelled rows', () => {
  it('come from text, intent and oos of JSONL, whatever else is there, with their line numbers', async () => {
    const path = file(
      'a.jsonl',
      '{"text": " where is it ", "intent": "status", "tags": "x"}\r\n\n{"text": "hello", "intent": "oos", "oos": true}\n',
    );
    expect(await readRows(path)).toEqual({
      rows: [
        { text: 'where is it', intent: 'status', oos: false, line: 1, contactName: null },
        { text: 'hello', intent: '', oos: true, line: 3, contactName: null },
      ],
      warnings: [],
    });
  });

  it('come from CSV with quotes, line breaks, semicolons, a byte order mark and other column names', async () => {
    const path = file('a.csv', '\uFEFFSubject;Kind;Off\n"where; is\nit";status;\nhello;;true\n');
    expect((await readRows(path, { text: 'Subject', intent: 'Kind', oos: 'Off' })).rows).toMatchObject([
      { text: 'where; is\nit', intent: 'status', oos: false, line: 3 },
      { text: 'hello', intent: '', oos: true, line: 4 },
    ]);
  });

  it("come from a help desk's export as it is", async () => {
    const path = file('export.csv', 'Subject,Description,Category\nRe: Parcel,Where is it?,Shipping\n');
    expect((await readRows(path)).rows).toMatchObject([{ text: 'Parcel\nWhere is it?', intent: 'Shipping' }]);
  });

  it('are texts alone where no intents are asked for, as long as they are', async () => {
    const long = 'a word '.repeat(2000).trim();
    const path = file('texts.jsonl', `{"text":"a"}\n{"text":""}\n{"text":"b","intent":"x"}\n{"text":"${long}"}\n`);
    const { rows, warnings } = await readTexts(path);
    expect(rows.map(({ text, intent }) => [text, intent])).toEqual([
      ['a', ''],
      ['b', 'x'],
      [long, ''],
    ]);
    expect(warnings).toEqual(['texts.jsonl: 1 row (line 2) without a text left out.']);
    await expect(readTexts(file('none.jsonl', '{"text":" "}\n'))).rejects.toThrow('none.jsonl has no row with a text');
  });

  it('without text or intent, or longer than a customer may write, are left out, and a warning says which', async () => {
    const long = 'x'.repeat(4001);
    const path = file(
      'gaps.jsonl',
      `{"text":"a","intent":"x"}\n{"text":"","intent":"x"}\n{"text":"b","intent":""}\n{"text":"${long}","intent":"x"}\n`,
    );
    const { rows, warnings } = await readRows(path);
    expect(rows).toHaveLength(1);
    expect(warnings).toEqual([
      'gaps.jsonl: 1 row (line 2) without a text left out.',
      'gaps.jsonl: 1 row (line 3) without an intent left out.',
      'gaps.jsonl: 1 row (line 4) with too long a text left out.',
    ]);
  });

  it('of a file that is not Unicode are read, with a warning', async () => {
    const { rows, warnings } = await readRows(
      file('latin1.csv', Buffer.from('text,intent\nwhere,x\ncaf\xe9,x\n', 'latin1')),
    );
    expect(rows[1]!.text).toBe('café');
    expect(warnings).toEqual(['latin1.csv is not UTF-8 and was read as Windows-1252. Check letters with accents.']);
  });

  it.each([
    ['no-intent.jsonl', '{"text":"a","klass":"x"}\n', 'no-intent.jsonl has no column "intent" (it has: text, klass)'],
    ['no-text.csv', 'words,intent\na,x\n', 'no-text.csv has no column "text" (it has: words, intent)'],
    ['broken.jsonl', '{"text":"a","intent":"x"}\n{"text":\n', 'broken.jsonl, line 2: this is not a JSON object'],
    ['array.csv', '[1]\n', 'array.csv has no column "text" (it has: [1])'],
    ['quotes.csv', 'text,intent\nb,y\n"a,x\n', 'quotes.csv, line'],
    ['wide.csv', 'text,intent\na,x,y\n', 'wide.csv, line 2: the CSV cannot be read (more cells than the header)'],
    ['empty.jsonl', '', 'empty.jsonl has no row with a text and an intent'],
    ['fake.xlsx', Buffer.from('PK\x03\x04 and nothing else'), 'fake.xlsx cannot be read. This is no CSV'],
  ])('%s: says what is wrong and where', async (name, content, sentence) => {
    await expect(readRows(file(name, content))).rejects.toThrow(sentence);
  });

  it('are refused of a missing file, and of a file of 1 GB without reading it', async () => {
    await expect(readRows(join(folder, 'nowhere.jsonl'))).rejects.toThrow('There is no file');
    const path = file('huge.jsonl', '');
    truncateSync(path, 2 ** 30);
    await expect(readRows(path)).rejects.toThrow('huge.jsonl is larger than 512 MB');
  });
});
