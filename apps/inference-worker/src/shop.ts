import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '#database';
import type { Shop, ShopIntent } from '#decision';

/** A changed answer is used at most this much later, ms. */
const freshMs = 5000;

/** Workspaces, kept in memory so that no message waits for them: what is stale is used once more while it is read again. */
@Injectable()
export class Shops {
  private readonly known = new Map<string, { shop: Promise<Shop>; readAt: number }>();

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  of(workspaceId: string): Promise<Shop> {
    const known = this.known.get(workspaceId);
    if (known && Date.now() - known.readAt < freshMs) return known.shop;
    const shop = this.read(workspaceId);
    this.known.set(workspaceId, { shop: known?.shop ?? shop, readAt: Date.now() });
    shop.then(
      () => this.known.set(workspaceId, { shop, readAt: Date.now() }),
      () => this.known.delete(workspaceId),
    );
    return known?.shop ?? shop;
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
