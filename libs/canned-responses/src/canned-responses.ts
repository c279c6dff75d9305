import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { recordChange, type SettingsActor } from '#administration';
import {
  BatonError,
  cannedResponseView,
  type CannedResponseDraft,
  type CannedResponseView,
  type UserRole,
} from '#contracts';
import { DATABASE, lockWorkspace, type CannedResponse, type Database, type Transaction } from '#database';

/** Who asks, and as what: shared ones are kept by supervisors and above. */
export interface CannedResponseActor extends SettingsActor {
  role: UserRole;
}

@Injectable()
export class CannedResponses {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The shared ones and the actor's own, by shortcut. */
  async list({ workspaceId, userId }: CannedResponseActor): Promise<CannedResponseView[]> {
    const rows = await this.db.cannedResponse.findMany({
      where: { workspaceId, OR: [{ ownerId: null }, { ownerId: userId }] },
      orderBy: [{ shortcut: 'asc' }, { id: 'asc' }],
    });
    return rows.map(view);
  }

  /** Throws FORBIDDEN for a shared one by an agent, and SHORTCUT_TAKEN. */
  create(actor: CannedResponseActor, draft: CannedResponseDraft): Promise<CannedResponseView> {
    return this.changing(
      actor,
      null,
      async (tx) => {
        const data = { id: uuidv7(), workspaceId: actor.workspaceId, ...columns(actor, draft) };
        return tx.cannedResponse.create({ data });
      },
      draft,
    );
  }

  /** Throws NOT_FOUND, also for a colleague's own. */
  change(actor: CannedResponseActor, id: string, draft: CannedResponseDraft): Promise<CannedResponseView> {
    return this.changing(
      actor,
      id,
      (tx) => tx.cannedResponse.update({ where: { id }, data: columns(actor, draft) }),
      draft,
    );
  }

  async remove(actor: CannedResponseActor, id: string): Promise<void> {
    await this.db.$transaction(async (tx) => {
      const before = await this.changeable(tx, actor, id);
      await tx.cannedResponse.delete({ where: { id } });
      await record(tx, actor, 'canned_response.removed', before, undefined);
    });
  }

  /** Counts that it was inserted. One that is gone meanwhile counts nothing. */
  async used({ workspaceId, userId }: CannedResponseActor, id: string): Promise<void> {
    const { count } = await this.db.cannedResponse.updateMany({
      where: { id, workspaceId, OR: [{ ownerId: null }, { ownerId: userId }] },
      data: { usageCount: { increment: 1 }, lastUsedAt: new Date() },
    });
    if (count === 0) throw new BatonError('NOT_FOUND');
  }

  private changing(
    actor: CannedResponseActor,
    id: string | null,
    write: (tx: Transaction) => Promise<CannedResponse>,
    draft: CannedResponseDraft,
  ): Promise<CannedResponseView> {
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, actor.workspaceId);
      const before = id === null ? undefined : await this.changeable(tx, actor, id);
      if (draft.shared) requireKeeper(actor);
      await requireFreeShortcut(tx, actor, draft, id);
      const after = await write(tx);
      await record(tx, actor, `canned_response.${before ? 'changed' : 'created'}`, before, after);
      return view(after);
    });
  }

  private async changeable(tx: Transaction, actor: CannedResponseActor, id: string): Promise<CannedResponse> {
    const { workspaceId, userId } = actor;
    const row = await tx.cannedResponse.findFirst({
      where: { id, workspaceId, OR: [{ ownerId: null }, { ownerId: userId }] },
    });
    if (!row) throw new BatonError('NOT_FOUND');
    if (row.ownerId === null) requireKeeper(actor);
    return row;
  }
}

function requireKeeper({ role }: CannedResponseActor): void {
  if (role === 'agent') throw new BatonError('FORBIDDEN');
}

/** What an agent types after `/` means one thing: no two shared ones have the same shortcut, and no two of the agent's own. */
async function requireFreeShortcut(
  tx: Transaction,
  { workspaceId, userId }: CannedResponseActor,
  { shortcut, shared }: CannedResponseDraft,
  id: string | null,
): Promise<void> {
  const same = await tx.cannedResponse.count({
    where: {
      workspaceId,
      ownerId: shared ? null : userId,
      shortcut: { equals: shortcut, mode: 'insensitive' },
      ...(id === null ? {} : { id: { not: id } }),
    },
  });
  if (same > 0) throw new BatonError('SHORTCUT_TAKEN');
}

function columns({ userId }: CannedResponseActor, { shared, ...draft }: CannedResponseDraft) {
  return { ...draft, ownerId: shared ? null : userId };
}

/** Of an agent's own nothing is written down: it is nobody else's business. */
async function record(
  tx: Transaction,
  actor: CannedResponseActor,
  action: string,
  before: CannedResponse | undefined,
  after: CannedResponse | undefined,
): Promise<void> {
  const shared = (row: CannedResponse | undefined) => (row && row.ownerId === null ? settings(row) : undefined);
  if (!shared(before) && !shared(after)) return;
  const subjectId = (after ?? before)!.id;
  await recordChange(tx, actor, {
    ...{ action, subjectType: 'canned_response', subjectId },
    ...{ before: shared(before), after: shared(after) },
  });
}

function settings(row: CannedResponse): Pick<CannedResponseView, 'shortcut' | 'title' | 'text' | 'shared' | 'actions'> {
  const { shortcut, title, text, shared, actions } = view(row);
  return { shortcut, title, text, shared, actions };
}

function view({
  id,
  shortcut,
  title,
  text,
  ownerId,
  actions,
  usageCount,
  lastUsedAt,
}: CannedResponse): CannedResponseView {
  return {
    ...{ id, shortcut, title, text, usageCount },
    shared: ownerId === null,
    actions: cannedResponseView.shape.actions.parse(actions),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
