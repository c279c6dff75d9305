import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '#database';
import type { Shop, ShopIntent } from '#decision';

/** From this age on a workspace is read again while the old reading serves, ms. */
const freshMs = 2500;
/** A reading older than this serves no more: a changed answer is used at most this much later, ms. */
const staleMs = 5000;

/** Workspaces, kept in memory so that in a busy shop no message waits for them. */
@Injectable()
export class Shops {
  private readonly known = new Map<string, { shop: Promise<Shop>; readAt: number }>();
  private readonly reading = new Map<string, Promise<Shop>>();

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  of(workspaceId: string): Promise<Shop> {
    const known = this.known.get(workspaceId);
    const age = known ? performance.now() - known.readAt : Infinity;
    if (known && age < freshMs) return known.shop;
    const next = this.reading.get(workspaceId) ?? this.readAgain(workspaceId);
    return known && age < staleMs ? known.shop : next;
  }

  /** One reading at a time; one that fails leaves what is known to grow stale. */
  private readAgain(workspaceId: string): Promise<Shop> {
    const readAt = performance.now();
    const shop = this.read(workspaceId);
    this.reading.set(workspaceId, shop);
    shop
      .then(() => this.known.set(workspaceId, { shop, readAt }))
      .catch(() => undefined)
      .finally(() => this.reading.delete(workspaceId));
    return shop;
  }

  private async read(workspaceId: string): Promise<Shop> {
    const [{ locale, orderApiUrl }, intents] = await Promise.all([
      this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
      this.db.intent.findMany({
        where: { workspaceId },
        include: { answers: { orderBy: { version: 'desc' } } },
      }),
    ]);
    const byName = intents.map(({ id, name, title, automate, answers }): [string, ShopIntent] => [
      name,
      { id, name, title, automate, answer: answers.find((answer) => answer.locale === locale) ?? null },
    ]);
    return { orderApiUrl, intents: new Map(byName) };
  }
}
