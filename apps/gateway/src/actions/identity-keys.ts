import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { encryptSecret } from '#actions';
import { recordChange } from '#administration';
import { BatonError, type createdIdentityKey, type createIdentityKey, type IdentityKeyView } from '#contracts';
import { DATABASE, type Database, type IdentityKey, type Transaction } from '#database';
import type { Agent } from '../authentication/authenticate.js';
import { SECRET_KEY } from '../secret-key.js';

/** Bits of an RSA key (NIST SP 800-131A). */
const leastModulus = 2048;

/** The keys by which a shop signs who its customers are. */
@Injectable()
export class IdentityKeys {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(SECRET_KEY) private readonly secretKey: Buffer,
  ) {}

  async list(workspaceId: string): Promise<IdentityKeyView[]> {
    const keys = await this.db.identityKey.findMany({ where: { workspaceId }, orderBy: { id: 'desc' } });
    return keys.map(view);
  }

  /** A secret is shown this once. */
  async create(actor: Agent, input: z.output<typeof createIdentityKey>): Promise<z.input<typeof createdIdentityKey>> {
    const { workspaceId } = actor;
    const id = uuidv7();
    const kid = randomBytes(9).toString('base64url');
    const secret = input.algorithm === 'HS256' ? randomBytes(32).toString('base64url') : null;
    const publicKey = input.algorithm === 'RS256' ? rsaPublicKey(input.publicKey) : null;
    const sealed = secret && encryptSecret(this.secretKey, id, secret);
    const key = await this.db.$transaction(async (tx) => {
      const { algorithm } = input;
      const created = await tx.identityKey.create({
        data: { id, workspaceId, kid, algorithm, secret: sealed, publicKey },
      });
      await record(tx, actor, 'identity_key.created', id, undefined, { kid, algorithm });
      return created;
    });
    return { key: view(key), secret };
  }

  /** No token that it signed opens a session from now on; sessions that are open go on until they end. */
  async retire(actor: Agent, id: string): Promise<IdentityKeyView> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const before = await tx.identityKey.findUnique({ where: { id, workspaceId } });
      if (!before) throw new BatonError('NOT_FOUND');
      if (before.retiredAt) return view(before);
      const after = await tx.identityKey.update({ where: { id, workspaceId }, data: { retiredAt: new Date() } });
      await record(tx, actor, 'identity_key.retired', id, view(before), view(after));
      return view(after);
    });
  }
}

/** Of a private key that was pasted, too, nothing but the public half is kept. */
function rsaPublicKey(pem: string): string {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new BatonError('IDENTITY_KEY_INVALID');
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < leastModulus)
    throw new BatonError('IDENTITY_KEY_INVALID');
  return key.export({ type: 'spki', format: 'pem' }) as string;
}

function view({ id, kid, algorithm, createdAt, retiredAt }: IdentityKey): IdentityKeyView {
  return { id, kid, algorithm, createdAt: createdAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null };
}

function record(tx: Transaction, actor: Agent, action: string, subjectId: string, before?: object, after?: object) {
  const change = { action, subjectType: 'identity_key', subjectId, before, after };
  return recordChange(tx, { type: 'user', userId: actor.userId, workspaceId: actor.workspaceId }, change);
}
