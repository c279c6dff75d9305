import { uuidv7 } from 'uuidv7';
import { BatonError, type UserRole } from '#contracts';
import { lockWorkspace, type Database } from '#database';
import { recordChange, type Operator } from '../audit.js';
import { newOneTimePassword } from './one-time-password.js';
import { endSessions } from './sessions.js';

export interface NewPerson {
  name: string;
  email: string;
  role: UserRole;
  capacity: number;
}

/** Without an invitation: a user who is let in by a one-time password. Throws EMAIL_TAKEN. */
export async function addPerson(
  db: Database,
  operator: Operator,
  { capacity, ...person }: NewPerson,
): Promise<{ id: string; oneTimePassword: string }> {
  const { workspaceId } = operator;
  const { oneTimePassword, stored } = await newOneTimePassword();
  const id = uuidv7();
  await db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const data = { id, workspaceId, ...person, ...stored };
    const { count } = await tx.user.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new BatonError('EMAIL_TAKEN');
    await tx.agentStatus.create({ data: { userId: id, workspaceId, capacity, takesChats: person.role === 'agent' } });
    await tx.invitation.deleteMany({ where: { workspaceId, email: person.email } });
    const after = { ...person, capacity };
    await recordChange(tx, operator, { action: 'user.added', subjectType: 'user', subjectId: id, after });
  });
  return { id, oneTimePassword };
}

/** In place of whatever password there was; ends every session, and any link for a new password. Throws NOT_FOUND, PERSON_DISABLED. */
export async function giveOneTimePassword(db: Database, operator: Operator, id: string): Promise<string> {
  const { workspaceId } = operator;
  const { oneTimePassword, stored } = await newOneTimePassword();
  await db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const person = await tx.user.findFirst({ where: { id, workspaceId } });
    if (!person) throw new BatonError('NOT_FOUND');
    if (person.disabledAt) throw new BatonError('PERSON_DISABLED');
    await tx.user.update({ where: { id }, data: stored });
    await tx.passwordReset.deleteMany({ where: { userId: id, workspaceId } });
    await endSessions(tx, { userId: id, workspaceId });
    await recordChange(tx, operator, { action: 'user.one_time_password_made', subjectType: 'user', subjectId: id });
  });
  return oneTimePassword;
}
