import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type PersonView, type UserRole } from '#contracts';
import { DATABASE, lockWorkspace, type AgentStatus, type Database, type Transaction, type User } from '#database';
import { recordChange, type Operator, type SettingsActor } from '../audit.js';
import { oneTimeLink } from './one-time-link.js';
import { refusal } from './roles.js';
import { endSessions, type EndedSessions } from './sessions.js';

/** A link for a new password works for a day, ms. */
const resetMs = 86_400_000;

/** Who works in a workspace, and as what. */
@Injectable()
export class People {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** By name, disabled ones too. */
  async list(workspaceId: string): Promise<PersonView[]> {
    const [users, statuses] = await Promise.all([
      this.db.user.findMany({ where: { workspaceId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
      this.db.agentStatus.findMany({ where: { workspaceId } }),
    ]);
    const statusOf = new Map(statuses.map((status) => [status.userId, status]));
    return users.map((user) => personView(user, statusOf.get(user.id)));
  }

  /** Throws NOT_FOUND, FORBIDDEN, OWNERS_ONLY, OWN_ACCOUNT; so do the others. */
  change(
    actor: SettingsActor,
    id: string,
    { name, role, capacity }: { name: string; role: UserRole; capacity: number },
  ): Promise<PersonView> {
    return this.acting(actor, id, role, async (tx, person, status) => {
      const { workspaceId } = actor;
      const user = await tx.user.update({ where: { id }, data: { name, role } });
      const create = { userId: id, workspaceId, capacity, takesChats: role === 'agent' };
      const now = await tx.agentStatus.upsert({ where: { userId: id }, create, update: { capacity } });
      await recordChange(tx, actor, {
        ...{ action: 'user.changed', subjectType: 'user', subjectId: id },
        before: { name: person.name, role: person.role, capacity: status?.capacity ?? null },
        after: { name, role, capacity },
      });
      return personView(user, now);
    });
  }

  /** Ends the person's sessions, and any link for a new password. Throws LAST_OWNER too. */
  disable(actor: SettingsActor | Operator, id: string): Promise<{ person: PersonView; ended: EndedSessions }> {
    return this.acting(actor, id, null, async (tx, person, status) => {
      if (await isLastOwner(tx, person)) throw new BatonError('LAST_OWNER');
      const user = person.disabledAt ? person : await setDisabled(tx, actor, person, new Date());
      await tx.passwordReset.deleteMany({ where: { userId: id, workspaceId: actor.workspaceId } });
      const ended = await endSessions(tx, { userId: id, workspaceId: actor.workspaceId });
      return { person: personView(user, status), ended };
    });
  }

  enable(actor: SettingsActor | Operator, id: string): Promise<PersonView> {
    return this.acting(actor, id, null, async (tx, person, status) => {
      return personView(await setDisabled(tx, actor, person, null), status);
    });
  }

  /** A link by which the person chooses a new password; one made before works no more. Throws PERSON_DISABLED too. */
  resetLink(actor: SettingsActor, id: string): Promise<{ link: string; expiresAt: string }> {
    return this.acting(actor, id, null, async (tx, person) => {
      if (person.disabledAt) throw new BatonError('PERSON_DISABLED');
      const { link, tokenHash, expiresAt } = oneTimeLink('password-reset', resetMs);
      const data = { workspaceId: actor.workspaceId, tokenHash, expiresAt };
      await tx.passwordReset.upsert({ where: { userId: id }, create: { userId: id, ...data }, update: data });
      await recordChange(tx, actor, { action: 'user.reset_link_made', subjectType: 'user', subjectId: id });
      return { link, expiresAt: expiresAt.toISOString() };
    });
  }

  /** One after the other in a workspace, and by what the actor is now: two owners cannot take each other's role at once. */
  private acting<T>(
    actor: SettingsActor | Operator,
    id: string,
    role: UserRole | null,
    act: (tx: Transaction, person: User, status: AgentStatus | null) => Promise<T>,
  ): Promise<T> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const person = await tx.user.findFirst({ where: { id, workspaceId } });
      if (!person) throw new BatonError('NOT_FOUND');
      if (actor.type === 'user') {
        const user = await tx.user.findFirst({ where: { id: actor.userId, workspaceId } });
        const refused = refusal(user, person, role);
        if (refused) throw new BatonError(refused);
      }
      return act(tx, person, await tx.agentStatus.findFirst({ where: { userId: id, workspaceId } }));
    });
  }
}

/** Without an owner nobody could make another. */
async function isLastOwner(tx: Transaction, { id, workspaceId, role, disabledAt }: User): Promise<boolean> {
  if (role !== 'owner' || disabledAt) return false;
  return (await tx.user.count({ where: { workspaceId, role, disabledAt: null, id: { not: id } } })) === 0;
}

async function setDisabled(
  tx: Transaction,
  actor: SettingsActor | Operator,
  before: User,
  disabledAt: Date | null,
): Promise<User> {
  const after = await tx.user.update({ where: { id: before.id }, data: { disabledAt } });
  await recordChange(tx, actor, {
    ...{ action: disabledAt ? 'user.disabled' : 'user.enabled', subjectType: 'user', subjectId: before.id },
    before: { disabledAt: before.disabledAt },
    after: { disabledAt },
  });
  return after;
}

function personView(user: User, status: AgentStatus | null | undefined): PersonView {
  const { id, name, email, role, disabledAt, createdAt } = user;
  return {
    ...{ id, name, email, role, capacity: status?.capacity ?? 0 },
    disabledAt: disabledAt?.toISOString() ?? null,
    seenAt: status?.seenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
