import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { recordChange, type IntegrationActor, type SettingsActor } from '#administration';
import { BatonError, type examplePage, type exampleQuery, type ExampleView, type saveExample } from '#contracts';
import { DATABASE, type Database, type Prisma, type TrainingExample, type Transaction } from '#database';
import { maskerOf } from '../masker.js';

const pageSize = 50;

type ExampleQuery = z.output<typeof exampleQuery>;
type SaveExample = z.output<typeof saveExample>;

/** Training rows, as people look at them and put them right. */
@Injectable()
export class Examples {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first; suspicious ones surest first. */
  async page(workspaceId: string, query: ExampleQuery): Promise<z.output<typeof examplePage>> {
    const where = matching(workspaceId, query);
    const after = query.after === undefined ? {} : await this.following(workspaceId, query.after, query);
    const [rows, total] = await Promise.all([
      this.db.trainingExample.findMany({
        where: { AND: [where, after] },
        orderBy: query.suspicious ? [{ suspicion: 'desc' }, { id: 'desc' }] : { id: 'desc' },
        take: pageSize + 1,
      }),
      this.db.trainingExample.count({ where }),
    ]);
    return { examples: rows.slice(0, pageSize).map(viewOf), total, more: rows.length > pageSize };
  }

  /** Newest first: those before the row `after`. */
  async list(
    workspaceId: string,
    { intentId, after, limit }: { intentId?: string; after?: string; limit: number },
  ): Promise<ExampleView[]> {
    const where = { workspaceId, intentId, id: { lt: after } };
    return (await this.db.trainingExample.findMany({ where, orderBy: { id: 'desc' }, take: limit })).map(viewOf);
  }

  /** A row that a colleague has typed, or another program has sent: by the same `id` once. Throws INTENT_UNKNOWN. */
  async add(actor: SettingsActor | IntegrationActor, input: SaveExample, id: string = uuidv7()): Promise<ExampleView> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const known = await tx.trainingExample.findFirst({ where: { id, workspaceId } });
      if (known) return viewOf(known);
      const row = await rowOf(tx, workspaceId, input);
      const example = await tx.trainingExample.create({
        data: { ...row, id, workspaceId, source: actor.type === 'api_key' ? 'import' : 'try_it' },
      });
      await record(tx, actor, 'example.added', example.id, { after: told(example) });
      return viewOf(example);
    });
  }

  /** What was suspected of it is settled by that; it keeps its place in the list, by which the next page is asked for. Throws NOT_FOUND or INTENT_UNKNOWN. */
  async change(actor: SettingsActor, id: string, input: SaveExample): Promise<ExampleView> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const before = await find(tx, workspaceId, id);
      const row = await rowOf(tx, workspaceId, input);
      const example = await tx.trainingExample.update({
        where: { id },
        data: { ...row, suspectedIntentId: null, changedAt: new Date(), changedById: actor.userId },
      });
      await record(tx, actor, 'example.changed', id, { before: told(before), after: told(example) });
      return viewOf(example);
    });
  }

  /** Throws NOT_FOUND. */
  async remove(actor: SettingsActor, id: string): Promise<void> {
    await this.db.$transaction(async (tx) => {
      const before = await find(tx, actor.workspaceId, id);
      await tx.trainingExample.delete({ where: { id } });
      await record(tx, actor, 'example.deleted', id, { before: told(before) });
    });
  }

  /** What comes after a row in the order of the page; from the beginning again where that row is gone. */
  private async following(
    workspaceId: string,
    id: string,
    { suspicious }: ExampleQuery,
  ): Promise<Prisma.TrainingExampleWhereInput> {
    if (!suspicious) return { id: { lt: id } };
    const row = await this.db.trainingExample.findFirst({ where: { id, workspaceId } });
    if (!row || row.suspicion === null) return {};
    const { suspicion } = row;
    return { OR: [{ suspicion: { lt: suspicion } }, { suspicion, id: { lt: id } }] };
  }
}

function matching(workspaceId: string, query: ExampleQuery): Prisma.TrainingExampleWhereInput {
  const { search, source, intentId, suspicious } = query;
  return {
    workspaceId,
    ...(search && { text: { contains: escaped(search), mode: 'insensitive' } }),
    ...(source && { source }),
    ...(intentId && { intentId: intentId === 'none' ? null : intentId }),
    ...(suspicious && { suspectedIntentId: { not: null } }),
  };
}

/** Prisma leaves the wildcards of LIKE to the caller. */
function escaped(search: string): string {
  return search.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

async function rowOf(
  tx: Transaction,
  workspaceId: string,
  { text, intentId }: SaveExample,
): Promise<Pick<TrainingExample, 'text' | 'intentId' | 'outOfScope'>> {
  const intent = intentId && (await tx.intent.findFirst({ where: { id: intentId, workspaceId } }));
  if (intentId && !intent) throw new BatonError('INTENT_UNKNOWN');
  const masked = await maskerOf(tx, workspaceId);
  return { text: masked(text), intentId, outOfScope: intentId === null };
}

/** The text masked: older rows were stored as they were written, and the log of changes outlives them. */
async function find(tx: Transaction, workspaceId: string, id: string): Promise<TrainingExample> {
  const example = await tx.trainingExample.findFirst({ where: { id, workspaceId } });
  if (!example) throw new BatonError('NOT_FOUND');
  const masked = await maskerOf(tx, workspaceId);
  return { ...example, text: masked(example.text) };
}

const told = ({ text, intentId }: TrainingExample) => ({ text, intentId });

function record(
  tx: Transaction,
  actor: SettingsActor | IntegrationActor,
  action: string,
  subjectId: string,
  change: { before?: object; after?: object },
): Promise<void> {
  return recordChange(tx, actor, { action, subjectType: 'training_example', subjectId, ...change });
}

function viewOf({ id, text, intentId, source, suspectedIntentId, createdAt }: TrainingExample): ExampleView {
  return { id, text, intentId, source, suspectedIntentId, createdAt: createdAt.toISOString() };
}
