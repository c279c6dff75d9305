import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { ClusterMessage } from 'socket.io-adapter';
import { loadConfig } from '#config';
import { createBestEffortRedis, createReadingRedis, createRedis } from '#redis';

const streamName = (): string => `${loadConfig().redisPrefix}:events`;
/** Entries kept for a gateway that reads slowly. One that was cut off starts at the end and has its clients sync. */
const maxStreamLength = 10_000;
/** Whoever was away for longer has synced since, ms. */
const oldestEventMs = 3_600_000;
/** What may wait to be written, and what one entry holds, bytes of JSON. */
const maxWaitingBytes = 1_000_000;
const maxEntryBytes = 65_536;
/** A loss that no other event carries along is told after this time, ms. */
const retryMs = 1000;
/** Redis holds back the answer to a read for this long while nothing happens, ms. */
const blockMs = 2000;

/**
 * Writes events for the sockets of other processes, in order, by best effort: what Redis does not take is dropped, and as soon as it takes
 * something again, the stream says that events were lost. One write is under way at a time, and carries all that was said meanwhile.
 */
export class EventWriter {
  /** By this name a reader of the same process knows what its sockets have been told already. */
  readonly name = randomUUID();
  private readonly redis = createBestEffortRedis();
  private waiting: string[] = [];
  private waitingBytes = 0;
  private writing = false;
  private lost = false;
  private retry?: NodeJS.Timeout;

  write(message: ClusterMessage): void {
    const event = JSON.stringify(message);
    if (this.waitingBytes + event.length > maxWaitingBytes) this.lost = true;
    else {
      this.waiting.push(event);
      this.waitingBytes += event.length;
    }
    if (!this.writing) void this.drain();
  }

  close(): void {
    clearTimeout(this.retry);
    this.redis.disconnect();
  }

  private async drain(): Promise<void> {
    this.writing = true;
    clearTimeout(this.retry);
    await Promise.resolve(); // everything said in this turn of the event loop goes in one entry
    do await this.writeEntry(this.nextBatch());
    while (this.waiting.length > 0);
    this.writing = false;
    if (this.lost) this.retry = setTimeout(() => void this.drain(), retryMs).unref();
  }

  private nextBatch(): string[] {
    let bytes = 0;
    const end = this.waiting.findIndex((event, index) => index > 0 && (bytes += event.length) > maxEntryBytes);
    const batch = this.waiting.splice(0, end < 0 ? this.waiting.length : end);
    for (const event of batch) this.waitingBytes -= event.length;
    return batch;
  }

  private async writeEntry(batch: string[]): Promise<void> {
    const tellLoss = this.lost;
    const fields = [this.name, `[${batch.join()}]`, ...(tellLoss ? ['lost', '1'] : [])];
    try {
      await this.redis.xadd(streamName(), 'MAXLEN', '~', maxStreamLength, '*', ...fields);
      if (tellLoss) this.lost = false;
    } catch {
      this.lost = true;
    }
  }
}

export interface EventHandlers {
  event: (message: ClusterMessage) => void;
  /** Events may have been missed, by this process or because a writer could not write them. */
  lost: () => void;
}

/** Reads what others than the writer `own` write, from now on. Returns the function that ends it. */
export function readEvents(own: string, on: EventHandlers): () => void {
  const redis = createReadingRedis(blockMs);
  let ended = false;
  const follow = async () => {
    while (!ended) {
      const last = await newestId(redis).catch(() => null);
      if (last !== null) {
        on.lost();
        await readFrom(redis, last, own, on).catch(() => undefined); // cut off: start again at the end
      }
      if (!ended) await pause(100);
    }
  };
  void follow();
  return () => {
    ended = true;
    redis.disconnect();
  };
}

async function newestId(redis: Redis): Promise<string> {
  const [newest] = await redis.xrevrange(streamName(), '+', '-', 'COUNT', 1);
  return newest?.[0] ?? '0-0';
}

/** Until an error. */
async function readFrom(redis: Redis, id: string, own: string, on: EventHandlers): Promise<never> {
  for (let last = id; ;) {
    const streams = await redis.xread('COUNT', 100, 'BLOCK', blockMs, 'STREAMS', streamName(), last);
    for (const [entryId, [writer, events, lost]] of streams?.[0]?.[1] ?? []) {
      last = entryId;
      if (writer !== own) for (const message of JSON.parse(events!) as ClusterMessage[]) on.event(message);
      if (lost) on.lost();
    }
  }
}

/** Ends events that no gateway can want any more. Returns how many. */
export async function dropOldEvents(): Promise<number> {
  const redis = createRedis();
  try {
    const [seconds] = await redis.time(); // its own clock made the ids
    return await redis.xtrim(streamName(), 'MINID', Number(seconds) * 1000 - oldestEventMs);
  } finally {
    redis.disconnect();
  }
}
