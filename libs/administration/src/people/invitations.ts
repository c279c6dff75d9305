import { Inject, Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { BatonError, type Invited, type UserRole } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Invitation, type User } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';
import { hashToken } from '../tokens.js';
import { mailInvitation } from './invitation-mail.js';
import { oneTimeLink } from './one-time-link.js';
import { requireStrongPassword } from './password-strength.js';
import { refusalOfRole } from './roles.js';

/** A week, ms. */
const invitationMs = 7 * 86_400_000;

/** What an admin says about somebody new. */
export interface Invitee {
  email: string;
  role: UserRole;
  capacity: number;
}

/** How somebody new becomes a user: by a link that works once. */
@Injectable()
export class Invitations {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Those that can still be accepted, newest first. */
  async list(workspaceId: string): Promise<Invited['invitation'][]> {
    const where = { workspaceId, expiresAt: { gt: new Date() } };
    return (await this.db.invitation.findMany({ where, orderBy: { id: 'desc' } })).map(view);
  }

  /** One for the same address before ends. Throws FORBIDDEN, OWNERS_ONLY, EMAIL_TAKEN. */
  async invite(actor: SettingsActor, invitee: Invitee): Promise<Invited> {
    const { workspaceId } = actor;
    const { email } = invitee;
    const { link, tokenHash, expiresAt } = oneTimeLink('invitation', invitationMs);
    const invitation = await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const inviter = await tx.user.findFirst({ where: { id: actor.userId, workspaceId } });
      const refused = refusalOfRole(inviter, invitee.role);
      if (refused) throw new BatonError(refused);
      if (await tx.user.findUnique({ where: { email } })) throw new BatonError('EMAIL_TAKEN');
      await tx.invitation.deleteMany({ where: { workspaceId, email } });
      const data = { id: uuidv7(), workspaceId, ...invitee, tokenHash, expiresAt };
      const created = await tx.invitation.create({ data });
      await recordChange(tx, actor, {
        ...{ action: 'user.invited', subjectType: 'invitation', subjectId: created.id },
        after: invitee,
      });
      return created;
    });
    const mailed = await mailInvitation(email, await this.workspaceName(workspaceId), link);
    return { invitation: view(invitation), link, mailed };
  }

  /** Throws NOT_FOUND. */
  async withdraw(actor: SettingsActor, id: string): Promise<void> {
    const { workspaceId } = actor;
    await this.db.$transaction(async (tx) => {
      const invitation = await tx.invitation.findFirst({ where: { id, workspaceId } });
      if (!invitation) throw new BatonError('NOT_FOUND');
      await tx.invitation.deleteMany({ where: { id, workspaceId } });
      const { email, role, capacity } = invitation;
      await recordChange(tx, actor, {
        ...{ action: 'invitation.withdrawn', subjectType: 'invitation', subjectId: id },
        before: { email, role, capacity },
      });
    });
  }

  /** Whom a link is for. Throws LINK_ENDED. */
  async look(token: string): Promise<{ email: string; role: UserRole; workspaceName: string }> {
    const { email, role, workspaceId } = await this.find(token);
    return { email, role, workspaceName: await this.workspaceName(workspaceId) };
  }

  /** Makes the user. Throws LINK_ENDED, PASSWORD_WEAK, EMAIL_TAKEN. */
  async accept(token: string, name: string, password: string): Promise<User> {
    const { id, workspaceId, email, role, capacity } = await this.find(token);
    await requireStrongPassword(password, [name, email, await this.workspaceName(workspaceId)]);
    const passwordHash = await hash(password);
    const userId = uuidv7();
    return this.db.$transaction(async (tx) => {
      const { count } = await tx.invitation.deleteMany({ where: { id, workspaceId } });
      if (count === 0) throw new BatonError('LINK_ENDED');
      const data = { id: userId, workspaceId, email, name, role, passwordHash };
      const [user] = await tx.user.createManyAndReturn({ data, skipDuplicates: true });
      if (!user) throw new BatonError('EMAIL_TAKEN');
      await tx.agentStatus.create({ data: { userId, workspaceId, capacity, takesChats: role === 'agent' } });
      await recordChange(
        tx,
        { type: 'user', userId, workspaceId },
        {
          ...{ action: 'user.joined', subjectType: 'user', subjectId: userId },
          after: { name, email, role, capacity },
        },
      );
      return user;
    });
  }

  private async find(token: string): Promise<Invitation> {
    const link = { tokenHash: hashToken(token), expiresAt: { gt: new Date() } };
    const invitation = await this.db.invitation.findFirst({ where: link });
    if (!invitation) throw new BatonError('LINK_ENDED');
    return invitation;
  }

  private async workspaceName(id: string): Promise<string> {
    return (await this.db.workspace.findUniqueOrThrow({ where: { id } })).name;
  }
}

function view({ id, email, role, capacity, expiresAt, createdAt }: Invitation): Invited['invitation'] {
  const times = { expiresAt: expiresAt.toISOString(), createdAt: createdAt.toISOString() };
  return { id, email, role, capacity, ...times };
}
