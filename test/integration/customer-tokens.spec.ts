import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import type { IdentityKeyView } from '#contracts';
import { createDatabase, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectVisitor, signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }) as string;

interface MadeKey {
  key: IdentityKeyView;
  secret: string | null;
}

let db: Database;
let gateway: RunningApp;
let api: ReturnType<typeof request>;
let shop: Awaited<ReturnType<typeof createWorkspace>>;
let owner: string;
let hs: MadeKey;
let rs: MadeKey;

const makeKey = async (body: object, cookie = owner) =>
  (await api.post('/api/identity-keys').set('cookie', cookie).send(body).expect(201)).body as MadeKey;

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), LOG_LEVEL: 'trace' };
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  gateway = await startApp('gateway', environment);
  api = request(gateway.url);
  shop = await createWorkspace(db);
  owner = await signIn(gateway.url, db, await shop.agent('Noor', 'owner'));
  hs = await makeKey({ algorithm: 'HS256' });
  rs = await makeKey({ algorithm: 'RS256', publicKey: pem(rsa.publicKey) });
});

/** Seconds from now. */
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const bytes = (text: string) => createSecretKey(Buffer.from(text));
interface Parts {
  claims?: Record<string, unknown>;
  alg?: string;
  kid?: string;
  key?: KeyObject;
}
const token = ({ claims, alg = 'HS256', kid = hs.key.kid, key = bytes(hs.secret!) }: Parts = {}) =>
  new SignJWT({ sub: 'c-1', email: 'Jo@Example.com', name: 'Jo', aud: shop.inboxId, exp: soon(600), ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(key);
const open = (identityToken: string, inboxKey = shop.inboxId) =>
  api.post('/api/visitor/sessions').send({ inboxKey, identityToken });

describe('a token of the shop', () => {
  const refused: [string, () => Promise<string> | string, string][] = [
    ['expired', () => token({ claims: { exp: soon(-60) } }), 'exp'],
    ['for more than an hour', () => token({ claims: { exp: soon(3700) } }), 'exp'],
    ['without an end', () => token({ claims: { exp: undefined } }), 'exp'],
    ['not valid yet', () => token({ claims: { nbf: soon(300) } }), 'nbf'],
    ['for another inbox', () => token({ claims: { aud: uuidv7() } }), 'aud'],
    ['for nobody', () => token({ claims: { aud: undefined } }), 'aud'],
    ['about nobody', () => token({ claims: { sub: undefined } }), 'sub'],
    ['about an empty name', () => token({ claims: { sub: '' } }), 'sub'],
    ['about what cannot be stored', () => token({ claims: { sub: 'a\0b' } }), 'sub'],
    ['about an object', () => token({ claims: { sub: { a: 1 } } }), 'sub'],
    ['with half an address', () => token({ claims: { email: 'jo@' } }), 'email'],
    ['of an unknown key', () => token({ kid: 'nobody' }), 'kid'],
    ['of no key', () => token({ kid: '' }), 'kid'],
    ['of another secret', () => token({ key: bytes('x'.repeat(32)) }), 'signature'],
    ['of another private key', () => token({ alg: 'RS256', kid: rs.key.kid, key: otherRsa.privateKey }), 'signature'],
    // The public key is public: taken for a secret, anybody could sign with it.
    ['by the public key as a secret', () => token({ kid: rs.key.kid, key: bytes(pem(rsa.publicKey)) }), 'signature'],
    ['by RSA in the name of the secret', () => token({ alg: 'RS256', key: rsa.privateKey }), 'signature'],
    [
      'of another algorithm of the same key',
      () => token({ alg: 'HS512', key: bytes(hs.secret!.repeat(2)) }),
      'signature',
    ],
    ['that is not signed', () => unsigned(), 'signature'],
    ['with a changed claim', async () => changed(await token()), 'signature'],
    ['that is no token', () => 'a.b.c', 'kid'],
    ['that is empty', () => '', 'kid'],
  ];
  const unsigned = () => {
    const [, payload] = new UnsecuredJWT({ sub: 'c-1', aud: shop.inboxId, exp: soon(600) }).encode().split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: hs.key.kid })).toString('base64url');
    return `${header}.${payload}.`;
  };
  const changed = (good: string) => {
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'c-2' })).toString('base64url');
    return `${header}.${other}.${signature}`;
  };

  it.each(refused)('%s opens nothing', async (_, make, what) => {
    const before = await db.contactSession.count();
    const answer = await open(await make());
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'IDENTITY_INVALID', details: [what] }]);
    expect(await db.contactSession.count()).toBe(before);
  });

  it('of another workspace, or of a key that was retired, opens nothing any more', async () => {
    const other = await createWorkspace(db);
    const stranger = await signIn(gateway.url, db, await other.agent('Eve', 'owner'));
    const theirs = await makeKey({ algorithm: 'HS256' }, stranger);
    await open(await token({ kid: theirs.key.kid, key: bytes(theirs.secret!) })).expect(401);

    const old = await makeKey({ algorithm: 'HS256' });
    const signed = await token({ kid: old.key.kid, key: bytes(old.secret!) });
    await open(signed).expect(201);
    const retire = (cookie: string) => api.delete(`/api/identity-keys/${old.key.id}`).set('cookie', cookie);
    await retire(stranger).expect(404);
    await retire(owner).expect(200);
    await open(signed).expect(401);
    await open(await token()).expect(201); // the new key of a rotation
  });
});

it('a customer has one contact on every device, and nobody else gets it', async () => {
  const conversationOf = async (identityToken?: string) => {
    const answer = await api.post('/api/visitor/sessions').send({ inboxKey: shop.inboxId, identityToken }).expect(201);
    const visitor = await connectVisitor(gateway.url, (answer.body as { token: string }).token);
    const ack = await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() });
    return ack.ok ? ack.data.conversationId : null;
  };
  const sub = uuidv7();
  const first = await conversationOf(await token({ claims: { sub } }));
  const byRsa = { claims: { sub, email: undefined }, alg: 'RS256', kid: rs.key.kid, key: rsa.privateKey };
  expect(await conversationOf(await token(byRsa))).toBe(first);
  expect(await conversationOf(await token({ claims: { sub: uuidv7() } }))).not.toBe(first); // the same e-mail address
  expect(await conversationOf()).not.toBe(first);
  const contact = await db.contact.findFirstOrThrow({ where: { externalId: sub } });
  expect(contact).toMatchObject({ workspaceId: shop.workspaceId, name: 'Jo', email: 'jo@example.com' });

  const many = await Promise.all(
    Array.from({ length: 8 }, async () => open(await token({ claims: { sub: 'c-many' } }))),
  );
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([201]));
  expect(await db.contact.count({ where: { externalId: 'c-many' } })).toBe(1);
});

describe('a key', () => {
  const list = async () => (await api.get('/api/identity-keys').set('cookie', owner).expect(200)).text;

  it('shows its secret once, is written down without it, and is nowhere in clear', async () => {
    expect(await list()).not.toContain(hs.secret!);
    const log = await db.auditEvent.findMany({ where: { subjectType: 'identity_key', subjectId: hs.key.id } });
    expect(log).toMatchObject([{ action: 'identity_key.created', data: { after: { kid: hs.key.kid } } }]);
    const row = await db.identityKey.findUniqueOrThrow({ where: { id: hs.key.id } });
    expect(JSON.stringify([row, log])).not.toContain(hs.secret!);
    expect(gateway.output()).toContain('/api/identity-keys');
    expect(gateway.output()).not.toContain(hs.secret!);
    expect(rs.secret).toBeNull();
  });

  it('is an RSA key of 2,048 bits or more, or refused', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    for (const publicKey of [pem(short), pem(curve), 'a key', '']) {
      const answer = await api.post('/api/identity-keys').set('cookie', owner).send({ algorithm: 'RS256', publicKey });
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'IDENTITY_KEY_INVALID' }]);
    }
  });

  it('is for owners and admins', async () => {
    for (const role of ['agent', 'supervisor'] as const) {
      const cookie = await signIn(gateway.url, db, await shop.agent(role, role));
      await api.get('/api/identity-keys').set('cookie', cookie).expect(403);
      await api.post('/api/identity-keys').set('cookie', cookie).send({ algorithm: 'HS256' }).expect(403);
    }
  });
});

it('an address is kept as nothing but a keyed hash', async () => {
  await open(await token()).expect(201);
  const { addressHash } = await db.contactSession.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(addressHash).toMatch(/^[\w-]{43}$/);
});
