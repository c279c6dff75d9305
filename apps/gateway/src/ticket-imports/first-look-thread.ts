import { parentPort, workerData } from 'node:worker_threads';
import { BatonError, type ErrorCode } from '#contracts';
import type { NumberPatterns } from '#database';
import { mask } from '#personal-data';
import { firstLook, type FirstLook } from '#ticket-import';

/** A file, and the shapes of the shop's own numbers. */
export interface FirstLookJob {
  file: string;
  patterns: NumberPatterns;
}
export type FirstLookReply = { look: FirstLook } | { refused: ErrorCode };

// A workbook has to be unpacked to be looked into, and what is in it is anybody's: not where sockets are served.
async function look({ file, patterns }: FirstLookJob): Promise<FirstLookReply> {
  try {
    const found = await firstLook(file);
    return { look: { ...found, rows: found.rows.map((cells) => cells.map((cell) => mask(cell, patterns).text)) } };
  } catch (error) {
    if (error instanceof BatonError) return { refused: error.code };
    throw error;
  }
}

parentPort!.postMessage(await look(workerData as FirstLookJob));
