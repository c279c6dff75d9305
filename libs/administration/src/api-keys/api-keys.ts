import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { BatonError, type ApiKeyView, type ApiScope, type createApiKey } from '#contracts';
import { DATABASE, type ApiKey, type Database } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';
import { hashToken, newToken } from '../tokens.js';

/** So that a token is known for what it is, by people and by scanners for leaked secrets. */
const tokenPrefix = 'baton_';
/** Characters of a token that are kept and shown: too few to help anybody guess. */
const shownCharacters = tokenPrefix.length + 6;

/** With which other programs use the public API. A key is the workspace's: it outlives the account of whoever made it. */
@Injectable()
export class ApiKeys {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first. */
  async list(workspaceId: string): Promise<ApiKeyView[]> {
    const keys = await this.db.apiKey.findMany({ where: { workspaceId }, orderBy: { id: 'desc' } });
    const users = await this.db.user.findMany({
      where: { workspaceId, id: { in: keys.map(({ createdById }) => createdById) } },
      select: { id: true, name: true },
    });
    const names = new Map(users.map(({ id, name }) => [id, name]));
    return keys.map((key) => apiKeyView(key, names.get(key.createdById) ?? null));
  }

  /** The token is shown this once. */
  async create(
    actor: SettingsActor,
    { name, scopes, expiresAt }: z.output<typeof createApiKey>,
  ): Promise<{ key: ApiKeyView; token: string }> {
    const { workspaceId, userId } = actor;
    const [id, token] = [uuidv7(), tokenPrefix + newToken()];
    const kept = { tokenHash: hashToken(token), prefix: token.slice(0, shownCharacters) };
    await this.db.$transaction(async (tx) => {
      await tx.apiKey.create({ data: { id, workspaceId, name, scopes, expiresAt, createdById: userId, ...kept } });
      const change = { action: 'api_key.created', subjectType: 'api_key', subjectId: id };
      await recordChange(tx, actor, { ...change, after: { name, prefix: kept.prefix, scopes, expiresAt } });
    });
    const key = (await this.list(workspaceId)).find((made) => made.id === id)!;
    return { key, token };
  }

  /** It opens nothing from now on. What it owned has to be taken over by others. Throws NOT_FOUND. */
  async revoke(actor: SettingsActor, id: string): Promise<ApiKeyView> {
    const { workspaceId } = actor;
    await this.db.$transaction(async (tx) => {
      const key = await tx.apiKey.findFirst({ where: { id, workspaceId } });
      if (!key) throw new BatonError('NOT_FOUND');
      if (key.revokedAt) return;
      const { name, prefix } = key;
      await tx.apiKey.update({ where: { id, workspaceId }, data: { revokedAt: new Date() } });
      const change = { action: 'api_key.revoked', subjectType: 'api_key', subjectId: id };
      await recordChange(tx, actor, { ...change, before: { name, prefix } });
    });
    return (await this.list(workspaceId)).find((key) => key.id === id)!;
  }
}

function apiKeyView(key: ApiKey, createdByName: string | null): ApiKeyView {
  const { id, name, prefix, scopes, lastUsedAt, expiresAt, revokedAt, createdAt } = key;
  return {
    ...{ id, name, prefix, scopes: scopes as ApiScope[], createdByName },
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
