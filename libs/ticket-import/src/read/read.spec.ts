import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { stringify } from 'csv-stringify/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { BatonError, safeText } from '#contracts';
import { openTable, type RawRow } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'file');

async function read(content: Buffer | Uint8Array | string, mostRows?: number) {
  writeFileSync(path, content);
  const table = await openTable(path, mostRows);
  const rows: RawRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { columns: table.columns, encoding: table.encoding, rows };
}

const cellsOf = (rows: RawRow[]) => rows.map((row) => ('cells' in row ? [...row.cells.values()] : row.broken));
const refusal = (content: Buffer | Uint8Array | string, mostRows?: number) =>
  read(content, mostRows).then(
    () => 'read',
    (error: unknown) => (error instanceof BatonError ? error.code : error),
  );
const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

describe('CSV', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFtext;why\nCafé ☕;a\n'), 'utf-8'],
    ['UTF-16, little end first', Buffer.from('\uFEFFtext;why\nCafé ☕;a\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('text;why\nCafé ☕;a\n', 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', utf16be('text;why\nCafé ☕;a\n'), 'utf-16be'],
  ])('is read in %s', async (_name, content, encoding) => {
    const { rows, columns, encoding: found } = await read(content);
    expect([columns, cellsOf(rows), found]).toEqual([['text', 'why'], [['Café ☕', 'a']], encoding]);
  });

  it('that is not Unicode is Windows-1252, of which Latin-1 is a part', async () => {
    const { rows, encoding } = await read(Buffer.from('text\nCaf\xe9 \x80\n', 'latin1'));
    expect([cellsOf(rows), encoding]).toEqual([[['Café €']], 'windows-1252']);
  });

  it('has names for all its columns, each once', async () => {
    const { columns } = await read('Tags,,Tags, Tags (2)\na,b,c,d\n');
    expect(columns).toEqual(['Tags', 'Column 2', 'Tags (2)', 'Tags (2) (2)']);
  });

  it('is told row by row what cannot be read; the others are', async () => {
    const { rows } = await read('a,b\n1,2\n1,2,3\n4\n"=1+1","x ""y"" z"\n5" disk,6\n7,"open\n8,9\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8]);
    expect(cellsOf(rows)).toEqual([['1', '2'], 'columns', ['4', ''], ['=1+1', 'x "y" z'], ['5" disk', '6'], 'quote']);
  });

  it('of which a quote swallows 16 MB is refused as a whole', async () => {
    expect(await refusal(`a,b\n1,"${'x\n'.repeat(9_000_000)}`)).toBe('TICKETS_QUOTE_OPEN');
  });

  it('is refused above the number of rows that are read', async () => {
    expect(await refusal('a\n1\n2\n', 2)).toBe('read');
    expect(await refusal('a\n1\n2\n3\n', 2)).toBe('TICKETS_ROWS_MANY');
  });

  it('of any cells, written with any separator, line end and encoding, gives the cells back', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('=1+1', '"', '""', 'a\nb', 'a\r\nb', '\t', ';', ',', "'", 'x'.repeat(200_000), 'é', '👍', ' a '),
    );
    const tables = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const ways = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      record_delimiter: fc.constantFrom('\n', '\r\n'),
      bom: fc.boolean(),
      encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
    });
    await fc.assert(
      fc.asyncProperty(tables, ways, async (cells, { encoding, bom, ...format }) => {
        const header = cells[0]!.map((_, index) => `column ${index}`);
        const written = stringify([header, ...cells], { ...format, quoted: true });
        const mark = bom || encoding === 'utf16le' ? '\uFEFF' : '';
        const { rows, columns } = await read(Buffer.from(mark + written, encoding));
        expect(columns).toEqual(header);
        expect(cellsOf(rows)).toEqual(cells.map((row) => row.map((text) => text.toWellFormed())));
      }),
      { numRuns: 150 },
    );
  });

  it('of any bytes at all is read row by row, or refused with a sentence', async () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc.constantFrom('"', ',', '\n', '\r', ';', '{', '{"a":1}\n', '\uFEFF', 'PK\x03\x04', '\0', '"a,b"').map(strToU8),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        writeFileSync(path, Buffer.concat(parts));
        try {
          const { rows, columns } = await openTable(path);
          for (const column of columns) expect(safeText(200).safeParse(column).success).toBe(true);
          let last = 0;
          for await (const { line } of rows) {
            expect(line).toBeGreaterThan(last);
            last = line;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(BatonError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('JSON Lines', () => {
  it('gives texts, numbers and lists of them as cells, and says which lines are none', async () => {
    const { columns, rows } = await read(
      '{"a":"x\u2028y","tags":["p",2],"deep":{"b":1},"no":null}\r\n\nnot\n[1]\n{"b":true}',
    );
    expect(columns).toEqual(['a', 'tags', 'no', 'b']);
    expect(rows).toEqual([
      {
        line: 1,
        cells: new Map([
          ['a', 'x\u2028y'],
          ['tags', 'p, 2'],
          ['no', ''],
        ]),
      },
      { line: 3, broken: 'json' },
      { line: 4, broken: 'json' },
      { line: 5, cells: new Map([['b', 'true']]) },
    ]);
  });

  it('of which one line is longer than any ticket loses that line alone', async () => {
    const { rows } = await read(`{"a":1}\n{"a":"${'x'.repeat(17 * 1024 * 1024)}"}\n{"a":2}\n`);
    expect(cellsOf(rows)).toEqual([['1'], 'json', ['2']]);
  });
});

describe('XLSX', () => {
  const rels = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';
  const workbook = (sheet: string, strings = '<sst/>', more: Record<string, Uint8Array> = {}) =>
    zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="x"><sheets><sheet name="T" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(rels),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
      'xl/sharedStrings.xml': strToU8(strings),
      ...more,
    });

  it('gives the first sheet: shared, inline and formula texts, empty cells, rich text without its phonetics', async () => {
    const strings =
      '<sst><si><t>Subject</t></si><si><t>Body</t></si><si><r><t>W</t></r><r><t xml:space="preserve">o ist</t></r><rPh><t>x</t></rPh></si></sst>';
    const { columns, rows } = await read(
      workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
          '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" t="inlineStr"><is><t>a &amp; b</t></is></c></row>' +
          '<row r="4"></row><row r="5"><c r="B5" t="str"><f>1+1</f><v>2</v></c></row><row r="6"><c r="E6"><v>7</v></c></row>',
        strings,
      ),
    );
    expect(columns).toEqual(['Subject', 'Column 2', 'Body']);
    expect(rows.map(({ line }) => line)).toEqual([3, 5, 6]);
    expect(cellsOf(rows)).toEqual([['Wo ist', '', 'a & b'], ['', '2', ''], 'columns']);
  });

  it.each([
    ['cut off', workbook('<row r="1"><c><v>1</v></c></row>').slice(0, 300), 'TICKETS_FILE_UNREADABLE'],
    ['no workbook', zipSync({ 'a.txt': strToU8('a') }), 'TICKETS_FILE_UNREADABLE'],
    ['broken XML', workbook('<row r="1"><c></row>'), 'TICKETS_FILE_UNREADABLE'],
    ['empty', workbook(''), 'TICKETS_FILE_EMPTY'],
  ])('that is %s is refused', async (_what, content, code) => {
    expect(await refusal(content)).toBe(code);
  });

  it('that unpacks to gigabytes is refused without unpacking it', async () => {
    const bomb = Buffer.from(workbook('<row r="1"><c t="s"><v>0</v></c></row>'));
    // The central directory says how much the sheet unpacks to.
    const entry = bomb.indexOf('xl/worksheets/sheet1.xml', bomb.indexOf('PK\x01\x02', 0, 'latin1'));
    bomb.writeUInt32LE(3_000_000_000, entry - 46 + 24);
    expect(await refusal(bomb)).toBe('TICKETS_FILE_INFLATED');
  });

  it('that lies about what it unpacks to is refused', async () => {
    const liar = Buffer.from(workbook('<row r="1"><c t="s"><v>0</v></c></row>'.repeat(1000)));
    const entry = liar.indexOf('xl/worksheets/sheet1.xml', liar.indexOf('PK\x01\x02', 0, 'latin1'));
    liar.writeUInt32LE(100, entry - 46 + 24);
    expect(await refusal(liar)).toBe('TICKETS_FILE_UNREADABLE');
  });
});
