import { SaxesParser } from 'saxes';
import { parseWhole, type Archive } from './xlsx-archive.js';

/** The part that holds the first sheet. */
export async function firstSheet(archive: Archive): Promise<string | null> {
  let id: string | undefined;
  await eachTag(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'sheet') id ??= attributes['r:id'];
  });
  let target: string | undefined;
  await eachTag(archive, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name === 'Relationship' && attributes['Id'] === id) target = attributes['Target'];
  });
  if (!target) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function eachTag(
  archive: Archive,
  part: string,
  take: (name: string, attributes: Record<string, string>) => void,
): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => take(name, attributes));
  await parseWhole(archive, part, parser);
}
