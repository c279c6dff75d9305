import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { recordChange, type SettingsActor } from '#administration';
import { BatonError, type changeIntent, type createIntent, type movedRows, type splitIntent } from '#contracts';
import { DATABASE, type Database, type Intent, type Transaction } from '#database';
import { lockIntents } from '../lock-intents.js';
import { moveReferences } from './references.js';

type NewIntent = z.output<typeof createIntent>;
type MovedRows = z.output<typeof movedRows>;

/** Changes of the shop's intents. A model that still predicts one that is gone hands over: libs/decision knows no answer for it. */
@Injectable()
export class Intents {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** It answers by itself once an answer is approved and somebody wants it to. Throws INTENT_EXISTS. */
  create(actor: SettingsActor, intent: NewIntent): Promise<string> {
    return this.db.$transaction((tx) => insert(tx, actor, intent, 'intent.created'));
  }

  /** Throws NOT_FOUND, or ANSWER_MISSING where it is to answer without an approved answer. */
  async change(actor: SettingsActor, id: string, after: z.output<typeof changeIntent>): Promise<void> {
    await this.db.$transaction(async (tx) => {
      const [intent] = await lockIntents(tx, actor.workspaceId, id);
      if (after.automate && !(await hasApprovedAnswer(tx, intent!))) throw new BatonError('ANSWER_MISSING');
      await tx.intent.update({ where: { id }, data: after });
      const { title, description, automate } = intent!;
      const before = { title, description, automate };
      await recordChange(tx, actor, { action: 'intent.changed', subjectType: 'intent', subjectId: id, before, after });
    });
  }

  /** With its rows and answers; how many rows went. Throws NOT_FOUND. */
  async remove(actor: SettingsActor, id: string): Promise<number> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const [intent] = await lockIntents(tx, workspaceId, id);
      const { count } = await tx.trainingExample.deleteMany({ where: { workspaceId, intentId: id } });
      await moveReferences(tx, workspaceId, id, null);
      await tx.intent.delete({ where: { id } });
      await recordChange(tx, actor, {
        ...{ action: 'intent.deleted', subjectType: 'intent', subjectId: id },
        before: { ...told(intent!), rows: count },
      });
      return count;
    });
  }

  /** Its rows become those of `into`; its answers go. Throws NOT_FOUND or INTENT_INTO_ITSELF. */
  async merge(actor: SettingsActor, id: string, into: string): Promise<MovedRows> {
    const { workspaceId } = actor;
    if (id === into) throw new BatonError('INTENT_INTO_ITSELF');
    return this.db.$transaction(async (tx) => {
      const [intent, other] = await lockIntents(tx, workspaceId, id, into);
      const { count } = await tx.trainingExample.updateMany({
        where: { workspaceId, intentId: id },
        data: { intentId: into },
      });
      await moveReferences(tx, workspaceId, id, into);
      await tx.intent.delete({ where: { id } });
      await recordChange(tx, actor, {
        ...{ action: 'intent.merged', subjectType: 'intent', subjectId: id },
        before: told(intent!),
        after: { ...told(other!), movedRows: count },
      });
      return { moved: count, intentId: into };
    });
  }

  /** These of its rows become a new intent, with the labels that agents gave them. Throws NOT_FOUND where none is its own. */
  async split(
    actor: SettingsActor,
    id: string,
    { exampleIds, ...intent }: z.output<typeof splitIntent>,
  ): Promise<MovedRows> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const [from] = await lockIntents(tx, workspaceId, id);
      const rows = await tx.trainingExample.findMany({
        where: { workspaceId, intentId: id, id: { in: exampleIds } },
        select: { id: true, resolutionId: true },
      });
      if (rows.length === 0) throw new BatonError('NOT_FOUND');
      const intentId = await insert(tx, actor, intent, 'intent.split', { from: from!.name, movedRows: rows.length });
      await tx.trainingExample.updateMany({
        where: { workspaceId, id: { in: rows.map((row) => row.id) } },
        data: { intentId, suspectedIntentId: null, suspicion: null },
      });
      const resolutionIds = rows.flatMap(({ resolutionId }) => resolutionId ?? []);
      await tx.resolution.updateMany({
        where: { workspaceId, id: { in: resolutionIds }, intentId: id },
        data: { intentId },
      });
      return { moved: rows.length, intentId };
    });
  }
}

async function insert(
  tx: Transaction,
  actor: SettingsActor,
  intent: NewIntent,
  action: string,
  more: object = {},
): Promise<string> {
  const id = uuidv7();
  const row = { id, workspaceId: actor.workspaceId, ...intent, automate: false };
  const created = await tx.intent.createMany({ data: row, skipDuplicates: true });
  if (created.count === 0) throw new BatonError('INTENT_EXISTS');
  await recordChange(tx, actor, { action, subjectType: 'intent', subjectId: id, after: { ...intent, ...more } });
  return id;
}

function hasApprovedAnswer(tx: Transaction, { id, workspaceId }: Intent): Promise<unknown> {
  return tx.answer.findFirst({ where: { intentId: id, workspaceId, approvedAt: { not: null } } });
}

const told = ({ name, title }: Intent) => ({ name, title });
