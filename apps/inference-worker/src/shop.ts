import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { action } from '#actions';
import { answerCondition, topicSettings } from '#contracts';
import { DATABASE, type Answer, type Database } from '#database';
import type { Shop, ShopAnswer, ShopIntent } from '#decision';

/** From this age on a workspace is read again while the old reading serves, ms. */
const freshMs = 800;
/** A reading older than this serves no more: a changed answer is used at most this much later, ms. */
const staleMs = 1600;

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
    const [workspace, intents, actions, topics] = await Promise.all([
      this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
      this.db.intent.findMany({
        where: { workspaceId },
        include: { answers: { where: { approvedAt: { not: null } }, orderBy: { version: 'asc' } } },
      }),
      this.db.action.findMany({ where: { workspaceId } }),
      this.db.topicSettings.findUnique({ where: { workspaceId } }),
    ]);
    const actionOf = new Map(actions.map((row) => [row.id, action.parse(row)]));
    const shopAnswer = ({ text, conditions, actionId }: Answer): ShopAnswer => ({
      text,
      conditions: z.array(answerCondition).parse(conditions),
      action: (actionId && actionOf.get(actionId)) || null,
    });
    const byName = intents.map(({ id, name, title, automate, answers }): [string, ShopIntent] => [
      name,
      // The newest version of a language comes last, and stays.
      { id, name, title, automate, answers: new Map(answers.map((each) => [each.locale, shopAnswer(each)])) },
    ]);
    const { locale, country, otherLanguages, orderNumberPattern, customerNumberPattern } = workspace;
    return {
      ...{ locale, country, otherLanguages, orderNumberPattern, customerNumberPattern },
      topics: topicSettings.parse(topics ?? { disabled: [], own: [], helpLine: '' }),
      intents: new Map(byName),
    };
  }
}
