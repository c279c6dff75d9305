import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { action, decryptSecret, encryptSecret, HttpClient, settingsProblems, tryAction, type Action } from '#actions';
import { recordChange } from '#administration';
import {
  actionSettings,
  BatonError,
  type ActionSettings,
  type ActionView,
  type testAction,
  type TestedAction,
} from '#contracts';
import { loadConfig } from '#config';
import { DATABASE, Prisma, type Database, type Transaction } from '#database';
import type { Agent } from '../authentication/authenticate.js';
import { SECRET_KEY } from '../secret-key.js';

type Usage = ActionView['usedBy'][number] & { actionId: string };

/** The actions of a workspace: kept with their secrets encrypted, and tried out. */
@Injectable()
export class Actions implements OnApplicationShutdown {
  private readonly http = new HttpClient(loadConfig().actionAllowedNetworks);

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(SECRET_KEY) private readonly secretKey: Buffer,
  ) {}

  async list(workspaceId: string): Promise<ActionView[]> {
    const [rows, usage] = await Promise.all([
      this.db.action.findMany({ where: { workspaceId }, orderBy: { title: 'asc' } }),
      usageOf(this.db, workspaceId),
    ]);
    return rows.map((row) => view(action.parse(row), usage));
  }

  async create(actor: Agent, settings: ActionSettings): Promise<ActionView> {
    requireUsable(settings);
    const id = uuidv7();
    const headerSecret = settings.headerSecret ? encryptSecret(this.secretKey, id, settings.headerSecret) : null;
    return this.change(async (tx) => {
      const data = { ...columns(settings), id, workspaceId: actor.workspaceId, headerSecret };
      const after = action.parse(await tx.action.create({ data }));
      await record(tx, actor, 'action.created', id, undefined, logged(after, settings));
      return view(after, []);
    });
  }

  async save(actor: Agent, id: string, settings: ActionSettings): Promise<ActionView> {
    requireUsable(settings);
    return this.change(async (tx) => {
      const before = await locked(tx, actor.workspaceId, id);
      const headerSecret = this.nextSecret(before, settings);
      const data = { ...columns(settings), headerSecret };
      const after = action.parse(await tx.action.update({ where: { id, workspaceId: actor.workspaceId }, data }));
      await record(tx, actor, 'action.changed', id, logged(before), logged(after, settings));
      return view(after, await usageOf(tx, actor.workspaceId));
    });
  }

  /** What old versions of answers had of it stays a mark without a value: put back, they go to people. */
  async remove(actor: Agent, id: string): Promise<void> {
    await this.change(async (tx) => {
      const before = await locked(tx, actor.workspaceId, id);
      const usage = await usageOf(tx, actor.workspaceId);
      if (usage.some(({ actionId }) => actionId === id)) throw new BatonError('ACTION_IN_USE');
      await tx.action.delete({ where: { id, workspaceId: actor.workspaceId } });
      await record(tx, actor, 'action.deleted', id, logged(before), undefined);
    });
  }

  async test(workspaceId: string, { id, settings, slots }: z.output<typeof testAction>): Promise<TestedAction> {
    requireUsable(settings);
    const saved = id === undefined ? null : await locked(this.db, workspaceId, id);
    const sealed = saved && settings.headerSecret === undefined ? this.nextSecret(saved, settings) : null;
    const value = sealed === null ? settings.headerSecret : this.opened(saved!.id, sealed);
    const secret = value && settings.headerName !== '' ? { name: settings.headerName, value } : null;
    return tryAction(this.http, settings, slots, secret);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }

  /** A secret stays with the server that it was entered for: nobody reads it by pointing the action to his own. */
  private nextSecret({ id, url, headerSecret }: Action, settings: ActionSettings): string | null {
    if (settings.headerSecret !== undefined)
      return settings.headerSecret === '' ? null : encryptSecret(this.secretKey, id, settings.headerSecret);
    if (headerSecret === null || settings.headerName === '') return null;
    if (new URL(url).origin !== new URL(settings.url).origin) throw new BatonError('ACTION_SECRET_NEEDED');
    return headerSecret;
  }

  private opened(id: string, sealed: string): string {
    try {
      return decryptSecret(this.secretKey, id, sealed);
    } catch {
      throw new BatonError('ACTION_SECRET_NEEDED'); // of another data folder's key
    }
  }

  private async change<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.db.$transaction(work);
    } catch (error) {
      const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
      throw taken ? new BatonError('ACTION_NAME_TAKEN') : error;
    }
  }
}

function requireUsable(settings: ActionSettings): void {
  const problems = settingsProblems(settings);
  if (problems.length > 0) throw new BatonError('ACTION_INVALID', problems);
}

/** What a shop sets, but for the secret. */
const plainSettings = actionSettings.omit({ headerSecret: true });
const columns = (settings: Action | ActionSettings) => plainSettings.parse(settings);

/** Waits for answers that are being saved with it, and keeps others from it. */
async function locked(tx: Pick<Transaction, '$queryRaw'>, workspaceId: string, id: string): Promise<Action> {
  const [row] = await tx.$queryRaw<unknown[]>`
    SELECT * FROM action WHERE id = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  if (!row) throw new BatonError('NOT_FOUND');
  return action.parse(row);
}

/** By the newest version of a language, and by the one that the bot uses. */
function usageOf(db: Pick<Transaction, '$queryRaw'>, workspaceId: string): Promise<Usage[]> {
  return db.$queryRaw<Usage[]>`
    SELECT DISTINCT answer."actionId", intent.id AS "intentId", intent.title
    FROM answer JOIN intent ON intent.id = answer."intentId"
    WHERE answer."workspaceId" = ${workspaceId}::uuid AND answer."actionId" IS NOT NULL AND answer.version IN (
      SELECT max(version) FROM answer other WHERE other."intentId" = answer."intentId" AND other.locale = answer.locale
      UNION ALL
      SELECT max(version) FROM answer other WHERE other."intentId" = answer."intentId" AND other.locale = answer.locale
        AND other."approvedAt" IS NOT NULL)
    ORDER BY intent.title`;
}

function view({ workspaceId: _, headerSecret, ...settings }: Action, usage: Usage[]): ActionView {
  const usedBy = usage
    .filter(({ actionId }) => actionId === settings.id)
    .map(({ intentId, title }) => ({ intentId, title }));
  return { ...settings, hasSecret: headerSecret !== null, usedBy };
}

/** For the audit log: of the secret, that there is one and that a new one was entered. */
function logged(kept: Action, settings?: ActionSettings): object {
  const hasSecret = kept.headerSecret !== null;
  return { ...columns(kept), hasSecret, ...(settings?.headerSecret && { headerSecret: 'entered' }) };
}

function record(tx: Transaction, actor: Agent, what: string, subjectId: string, before?: object, after?: object) {
  const change = { action: what, subjectType: 'action', subjectId, before, after };
  return recordChange(tx, { type: 'user', userId: actor.userId, workspaceId: actor.workspaceId }, change);
}
