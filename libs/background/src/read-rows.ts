import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { dataFile } from './data-file.js';

/** The rows of a file in `data`, one JSON object a line. */
export function readRows<Row>(name: string, row: z.ZodType<Row>): Row[] {
  const lines = readFileSync(dataFile(name), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return row.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${name}, line ${i + 1} is no such row`, { cause: error });
    }
  });
}
