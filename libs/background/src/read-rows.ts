import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** The rows of a file in `data`, one JSON object a line. The folder is found from this file, in the sources as in dist/. */
export function readRows<Row>(name: string, row: z.ZodType<Row>): Row[] {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, here.lastIndexOf('/libs/background/')).replace(/\/dist$/, '');
  const lines = readFileSync(join(root, 'libs/background/data', name), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return row.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${name}, line ${i + 1} is no such row`, { cause: error });
    }
  });
}
