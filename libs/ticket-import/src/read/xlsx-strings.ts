import { SaxesParser } from 'saxes';
import { BatonError } from '#contracts';
import { parseWhole, type Archive } from './xlsx-archive.js';

/** All text cells of a workbook are kept while it is read; characters. */
const mostCharacters = 200 * 1024 * 1024;

/** The table of texts that cells refer to by number. Phonetic readings (rPh) belong to no text. */
export async function sharedStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  let inText = false;
  let inPhonetic = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = '';
    else if (name === 'rPh') inPhonetic = true;
    else if (name === 't') inText = !inPhonetic;
  });
  parser.on('text', (piece) => {
    if (inText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 't') inText = false;
    else if (name === 'rPh') inPhonetic = false;
    else if (name === 'si') {
      strings.push(text);
      characters += text.length;
      if (characters > mostCharacters) throw new BatonError('TICKETS_FILE_INFLATED');
    }
  });
  await parseWhole(archive, 'xl/sharedStrings.xml', parser);
  return strings;
}
