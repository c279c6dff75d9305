import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type LabelSettings, type LabelView } from '#contracts';
import { DATABASE, Prisma, type Database, type Label, type Transaction } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';

/** What agents mark conversations with. */
@Injectable()
export class Labels {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** By name. */
  async list(workspaceId: string): Promise<LabelView[]> {
    const rows = await this.db.label.findMany({
      where: { workspaceId },
      orderBy: { name: 'asc' },
      include: { _count: { select: { conversations: true } } },
    });
    return rows.map(({ _count, ...row }) => labelView(row, _count.conversations));
  }

  create(actor: SettingsActor, settings: LabelSettings): Promise<LabelView> {
    return this.changing(async (tx) => {
      const row = await tx.label.create({ data: { id: uuidv7(), workspaceId: actor.workspaceId, ...settings } });
      await recordChange(tx, actor, { ...subject('label.created', row.id), after: settings });
      return labelView(row, 0);
    });
  }

  /** Throws NOT_FOUND, LABEL_TAKEN. */
  change(actor: SettingsActor, id: string, settings: LabelSettings): Promise<LabelView> {
    return this.changing(async (tx) => {
      const before = await find(tx, actor.workspaceId, id);
      const row = await tx.label.update({ where: { id }, data: settings });
      await recordChange(tx, actor, { ...subject('label.changed', id), before: fields(before), after: settings });
      return labelView(row, await tx.conversationLabel.count({ where: { labelId: id } }));
    });
  }

  /** It comes off every conversation. */
  remove(actor: SettingsActor, id: string): Promise<void> {
    return this.changing(async (tx) => {
      const before = await find(tx, actor.workspaceId, id);
      await tx.label.delete({ where: { id } });
      await recordChange(tx, actor, { ...subject('label.removed', id), before: fields(before) });
    });
  }

  private async changing<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.db.$transaction(work);
    } catch (error) {
      const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
      throw taken ? new BatonError('LABEL_TAKEN') : error;
    }
  }
}

const subject = (action: string, subjectId: string) => ({ action, subjectType: 'label', subjectId });
const fields = ({ name, colour }: Label): LabelSettings => ({ name, colour });
const labelView = ({ id, name, colour }: Label, nConversations: number): LabelView => ({
  ...{ id, name, colour, nConversations },
});

async function find(tx: Transaction, workspaceId: string, id: string): Promise<Label> {
  const label = await tx.label.findFirst({ where: { id, workspaceId } });
  if (!label) throw new BatonError('NOT_FOUND');
  return label;
}
