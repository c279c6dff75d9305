import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { recordChange, type SettingsActor } from '#administration';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';
import type { KitIntent, StarterKit } from '#starter-kits';

const locale = 'en';

/** Starter kits in workspaces. */
@Injectable()
export class AddedKits {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** What is there already stays as it is. The answers are drafts and nothing is automated, until somebody approves. */
  add(actor: SettingsActor, kit: StarterKit): Promise<{ intents: number; examples: number }> {
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, actor.workspaceId);
      const intents = await addIntents(tx, actor, kit.intents);
      const examples = await addExamples(tx, actor.workspaceId, kit.intents);
      if (intents > 0 || examples > 0) {
        await recordChange(tx, actor, {
          action: 'starter_kit.added',
          subjectType: 'starter_kit',
          subjectId: null,
          after: { name: kit.name, intents, examples },
        });
      }
      return { intents, examples };
    });
  }
}

async function addIntents(
  tx: Transaction,
  { workspaceId, userId: createdById }: SettingsActor,
  intents: KitIntent[],
): Promise<number> {
  const known = await intentIds(tx, workspaceId, intents);
  const added = intents.filter(({ name }) => !known.has(name)).map((intent) => ({ ...intent, id: uuidv7() }));
  await tx.intent.createMany({
    data: added.map(({ id, name, title, description }) => ({
      ...{ id, workspaceId, name, title, description },
      automate: false,
    })),
  });
  await tx.answer.createMany({
    data: added.map(({ id: intentId, answer: text }) => ({
      ...{ id: uuidv7(), workspaceId, intentId, locale, version: 1, text },
      ...{ approvedAt: null, createdById },
    })),
  });
  return added.length;
}

/** A wording that the workspace has, for whichever intent, is left to it. */
async function addExamples(tx: Transaction, workspaceId: string, intents: KitIntent[]): Promise<number> {
  const ids = await intentIds(tx, workspaceId, intents);
  const rows = intents.flatMap(({ name, examples }) => examples.map((text) => ({ text, intentId: ids.get(name)! })));
  const texts = rows.map(({ text }) => text);
  const there = await tx.trainingExample.findMany({
    where: { workspaceId, text: { in: texts } },
    select: { text: true },
  });
  const known = new Set(there.map(({ text }) => text));
  const added = rows.filter(({ text }) => !known.has(text));
  await tx.trainingExample.createMany({
    data: added.map((row) => ({ ...row, id: uuidv7(), workspaceId, source: 'starter_kit' })),
  });
  return added.length;
}

async function intentIds(tx: Transaction, workspaceId: string, intents: KitIntent[]): Promise<Map<string, string>> {
  const found = await tx.intent.findMany({
    where: { workspaceId, name: { in: intents.map(({ name }) => name) } },
    select: { name: true, id: true },
  });
  return new Map(found.map(({ name, id }) => [name, id]));
}
