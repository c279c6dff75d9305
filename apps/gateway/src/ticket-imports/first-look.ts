import { Worker } from 'node:worker_threads';
import { BatonError } from '#contracts';
import { numberPatterns, type Database, type TicketImport } from '#database';
import type { FirstLook } from '#ticket-import';
import { withWholeFile } from '#ticket-staging';
import type { FirstLookJob, FirstLookReply } from './first-look-thread.js';

/** A file that needs more to be looked into is made to harm, MB. */
const memoryMb = 512;

/** Looks into a file that has arrived. Throws TICKETS_CHECKSUM, or what makes the file unusable. */
export function lookInto(db: Database, { id, workspaceId, sha256 }: TicketImport): Promise<FirstLook> {
  return withWholeFile(db, id, async (file, arrived) => {
    if (arrived !== sha256) throw new BatonError('TICKETS_CHECKSUM');
    const reply = await inThread({ file, patterns: await numberPatterns(db, workspaceId) });
    if ('refused' in reply) throw new BatonError(reply.refused);
    return reply.look;
  });
}

function inThread(job: FirstLookJob): Promise<FirstLookReply> {
  const thread = new Worker(new URL('./first-look-thread.js', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return new Promise((resolve, reject) => {
    thread.on('message', resolve);
    thread.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new BatonError('TICKETS_FILE_INFLATED') : error),
    );
    thread.on('exit', (code) => reject(new Error(`The thread that looks into files ended with ${code}`)));
  });
}
