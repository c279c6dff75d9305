import type { ConversationItem } from '#contracts';

const width = 256;

/**
 * Rows by their id. Each change is a new table that shares nearly all of the one before, so that a change among 100,000 rows costs as little
 * as among few: ids end in random digits, and only the rows with the same last two are copied.
 */
export class ItemTable {
  private constructor(private readonly buckets: readonly Readonly<Record<string, ConversationItem>>[]) {}

  static readonly empty = new ItemTable(Array.from({ length: width }, () => ({})));

  get(id: string): ConversationItem | undefined {
    return this.buckets[bucketOf(id)]![id];
  }

  with(items: readonly ConversationItem[]): ItemTable {
    const buckets = [...this.buckets];
    for (const item of items) {
      const bucket = bucketOf(item.id);
      buckets[bucket] = { ...buckets[bucket], [item.id]: item };
    }
    return new ItemTable(buckets);
  }
}

function bucketOf(id: string): number {
  return Number.parseInt(id.slice(-2), 16) % width || 0;
}
