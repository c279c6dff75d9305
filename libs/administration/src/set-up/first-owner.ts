import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { BatonError, newInbox, type CreateOwner } from '#contracts';
import type { Database, Transaction, User } from '#database';
import { newInboxKey } from '../inboxes/inboxes.js';
import { newOneTimePassword } from '../people/one-time-password.js';
import { requireStrongPassword } from '../people/password-strength.js';
import { recordChange } from '../audit.js';
import { redeemSetUpToken } from './set-up-token.js';

/** Any number: what two set-ups at once take turns by. */
const setUpLock = 7_140_321;

export type FirstOwner = Omit<CreateOwner, 'token' | 'password'>;

/** The owner, by the set-up address. Throws PASSWORD_WEAK, SET_UP_TOKEN_WRONG, or SET_UP_CLOSED once there is a user. */
export async function createFirstOwner(db: Database, { token, password, ...owner }: CreateOwner): Promise<User> {
  await requireStrongPassword(password, [owner.name, owner.email, owner.workspaceName]);
  const passwordHash = await hash(password);
  return db.$transaction(async (tx) => {
    await requireNobody(tx);
    await redeemSetUpToken(tx, token);
    return createOwner(tx, owner, { passwordHash, oneTimeUntil: null });
  });
}

/** The owner, by whoever may use the command line: with a one-time password, which is returned and kept nowhere. Throws SET_UP_CLOSED. */
export async function initialise(db: Database, owner: FirstOwner): Promise<{ user: User; oneTimePassword: string }> {
  const { oneTimePassword, stored } = await newOneTimePassword();
  const user = await db.$transaction(async (tx) => {
    await requireNobody(tx);
    await tx.setUpToken.deleteMany();
    return createOwner(tx, owner, stored);
  });
  return { user, oneTimePassword };
}

async function requireNobody(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${setUpLock})`;
  if ((await tx.user.count()) > 0) throw new BatonError('SET_UP_CLOSED');
}

async function createOwner(
  tx: Transaction,
  { name, email, workspaceName, locale, timeZone }: FirstOwner,
  password: { passwordHash: string; oneTimeUntil: Date | null },
): Promise<User> {
  const [workspaceId, userId] = [uuidv7(), uuidv7()];
  await tx.workspace.create({
    data: { id: workspaceId, name: workspaceName, slug: slugOf(workspaceName, workspaceId), locale, timeZone },
  });
  await tx.thresholdPolicy.create({ data: { workspaceId } });
  await tx.trainingSchedule.create({ data: { workspaceId, cron: '0 3 * * 1', timeZone, enabled: false } });
  await tx.inbox.create({
    data: { ...newInbox, id: uuidv7(), workspaceId, key: newInboxKey(), name: workspaceName, greeting: '' },
  });
  const user = await tx.user.create({
    data: { id: userId, workspaceId, email, name, role: 'owner', ...password },
  });
  // Whoever sets a shop up is not there for its customers, until they say so.
  await tx.agentStatus.create({ data: { userId, workspaceId, status: 'away', takesChats: false } });
  await recordChange(
    tx,
    { type: 'user', userId, workspaceId },
    { action: 'workspace.created', subjectType: 'workspace', subjectId: workspaceId, after: { name: workspaceName } },
  );
  return user;
}

/** For the command line's --workspace: "Müller & Söhne" -> "muller-sohne". */
function slugOf(name: string, workspaceId: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return slug || workspaceId;
}
