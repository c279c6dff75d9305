import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { BatonError } from '#contracts';
import { DATABASE, type Database, type User } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';
import { hashToken } from '../tokens.js';
import { requireStrongPassword } from './password-strength.js';
import { endSessions, type EndedSessions } from './sessions.js';

/** How somebody who is in, or was shut out, gets a new password. */
@Injectable()
export class Passwords {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Ends every session but `sessionId`. Throws PASSWORD_WRONG, PASSWORD_WEAK. */
  async change(
    actor: SettingsActor,
    sessionId: string,
    passwords: { currentPassword: string; newPassword: string },
  ): Promise<EndedSessions> {
    const { userId: id, workspaceId } = actor;
    const user = await this.db.user.findFirst({ where: { id, workspaceId } });
    if (!user || !(await verify(user.passwordHash, passwords.currentPassword))) throw new BatonError('PASSWORD_WRONG');
    await requireStrongPassword(passwords.newPassword, [user.name, user.email]);
    const passwordHash = await hash(passwords.newPassword);
    return this.db.$transaction(async (tx) => {
      // Whoever changed it meanwhile typed a newer password.
      const { count } = await tx.user.updateMany({
        where: { id, workspaceId, passwordHash: user.passwordHash },
        data: { passwordHash },
      });
      if (count === 0) throw new BatonError('PASSWORD_WRONG');
      await recordChange(tx, actor, { action: 'user.password_changed', subjectType: 'user', subjectId: id });
      return endSessions(tx, actor, { id: { not: sessionId } });
    });
  }

  /** By the link that an admin made; ends every session. Throws LINK_ENDED, PASSWORD_WEAK. */
  async reset(token: string, password: string): Promise<{ user: User; ended: EndedSessions }> {
    const link = { tokenHash: hashToken(token), expiresAt: { gt: new Date() } };
    const found = await this.db.passwordReset.findFirst({ where: link });
    const user = found && (await this.db.user.findFirst({ where: { id: found.userId, disabledAt: null } }));
    if (!user) throw new BatonError('LINK_ENDED');
    await requireStrongPassword(password, [user.name, user.email]);
    const passwordHash = await hash(password);
    const { id, workspaceId } = user;
    return this.db.$transaction(async (tx) => {
      const used = await tx.passwordReset.deleteMany({ where: link });
      const changed = await tx.user.updateMany({
        where: { id, workspaceId, disabledAt: null },
        data: { passwordHash },
      });
      if (used.count === 0 || changed.count === 0) throw new BatonError('LINK_ENDED');
      const self: SettingsActor = { type: 'user', userId: id, workspaceId };
      await recordChange(tx, self, { action: 'user.password_reset', subjectType: 'user', subjectId: id });
      return { user, ended: await endSessions(tx, self) };
    });
  }
}
