import { createPublicKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { decryptSecret } from '#actions';
import { BatonError, email, safeText } from '#contracts';
import { DATABASE, type Database, type IdentityKey } from '#database';
import { SECRET_KEY } from '../secret-key.js';

/** Seconds: how long a token may hold at most, and how far clocks may differ. */
const [longest, clockTolerance] = [3600, 30];

const claims = z.object({ sub: safeText(200), email: email.optional(), name: safeText(100).optional() });

/** As the shop knows them. */
export interface SignedInCustomer {
  id: string;
  email?: string;
  name?: string;
}

/** Reads the tokens by which shops say who is signed in there. */
@Injectable()
export class CustomerTokens {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(SECRET_KEY) private readonly secretKey: Buffer,
  ) {}

  /** The algorithm is the key's, whatever the token says. Throws IDENTITY_INVALID with the name of what is wrong. */
  async read(token: string, workspaceId: string, inboxKey: string): Promise<SignedInCustomer> {
    const kid = keyIdOf(token);
    const key = await this.db.identityKey.findUnique({ where: { workspaceId_kid: { workspaceId, kid } } });
    if (!key || key.retiredAt) throw invalid('kid');
    const payload = await verified(token, key.algorithm, this.materialOf(key), inboxKey);
    if (payload.exp! > Date.now() / 1000 + longest + clockTolerance) throw invalid('exp');
    const read = claims.safeParse(payload);
    if (!read.success) throw invalid(String(read.error.issues[0]!.path[0]));
    const { sub: id, ...known } = read.data;
    return { id, ...known };
  }

  private materialOf({ id, secret, publicKey }: IdentityKey): KeyObject | Uint8Array {
    if (publicKey !== null) return createPublicKey(publicKey);
    return Buffer.from(decryptSecret(this.secretKey, id, secret!), 'utf8');
  }
}

function keyIdOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    return safeText(100).parse(kid);
  } catch {
    throw invalid('kid');
  }
}

async function verified(
  token: string,
  algorithm: IdentityKey['algorithm'],
  key: KeyObject | Uint8Array,
  audience: string,
): Promise<JWTPayload> {
  try {
    const rules = { algorithms: [algorithm], audience, requiredClaims: ['exp', 'sub'], clockTolerance };
    return (await jwtVerify(token, key, rules)).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
      throw invalid(error.claim);
    if (error instanceof errors.JOSEError) throw invalid('signature');
    throw error;
  }
}

const invalid = (what: string) => new BatonError('IDENTITY_INVALID', [what]);
