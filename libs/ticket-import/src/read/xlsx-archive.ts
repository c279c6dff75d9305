import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { SaxesParser } from 'saxes';
import { BatonError } from '#contracts';

/** What a part may unpack to, bytes: a file of 200 MB of tickets stays below, and one that unpacks to more is made to harm. */
const largestPart = 1024 * 1024 * 1024;

export interface Archive {
  /** Feeds a part of the workbook to a parser of XML, and says after each piece how much that was, 0 to 1. Nothing where it has no such part. */
  parse(part: string, parser: SaxesParser): AsyncGenerator<number>;
  close(): void;
}

export async function openArchive(file: string): Promise<Archive> {
  const zip = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(file, {
    lazyEntries: true,
    autoClose: false,
  });
  const entries = await entriesOf(zip);
  return {
    async *parse(part, parser) {
      const entry = entries.get(part);
      if (!entry) return;
      if (entry.uncompressedSize > largestPart) throw new BatonError('TICKETS_FILE_INFLATED');
      const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry);
      const decoder = new TextDecoder('utf-8', { fatal: true });
      let read = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        parser.write(decoder.decode(chunk, { stream: true }));
        yield (read += chunk.length) / entry.uncompressedSize;
      }
      parser.close();
    },
    close: () => zip.close(),
  };
}

/** Feeds a whole part to a parser. */
export async function parseWhole(archive: Archive, part: string, parser: SaxesParser): Promise<void> {
  const pieces = archive.parse(part, parser);
  while (!(await pieces.next()).done);
}

/** A workbook has a few dozen parts. */
const mostEntries = 10_000;

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > mostEntries) reject(new BatonError('TICKETS_FILE_INFLATED'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}
