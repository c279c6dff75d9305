import { isDeepStrictEqual } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '#database';

/** A person who changes a setting. */
export interface SettingsActor {
  type: 'user';
  userId: string;
  workspaceId: string;
}

/** Whoever may use the command line: no user of the workspace, so that no role is asked for. */
export interface Operator {
  type: 'operator';
  workspaceId: string;
}

/** Another program, by an API key. */
export interface IntegrationActor {
  type: 'api_key';
  apiKeyId: string;
  workspaceId: string;
}

/** Nobody: the platform by itself. */
export interface System {
  type: 'system';
  workspaceId: string;
}

export type Actor = SettingsActor | Operator | IntegrationActor | System;

export interface Change {
  /** Such as `inbox.changed`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** As people see it, without secrets; undefined: it was not there. */
  before?: object;
  after?: object;
}

/** Writes down who changed what, in the transaction of the change: the fields that differ. Nothing, where none does. */
export async function recordChange(tx: Transaction, actor: Actor, change: Change): Promise<void> {
  const { action, subjectType, subjectId, before, after } = change;
  const data = differences(before, after);
  if (data === null) return;
  const { type: actorType, workspaceId } = actor;
  const actorId = actor.type === 'user' ? actor.userId : actor.type === 'api_key' ? actor.apiKeyId : null;
  await tx.auditEvent.create({
    data: {
      ...{ id: uuidv7(), workspaceId, actorType, actorId },
      ...{ action, subjectType, subjectId, data },
    },
  });
}

/** Null: nothing differs. Of what was made or removed there is one side; of an act that changes no field, none. */
export function differences(before?: object, after?: object): { before?: object; after?: object } | null {
  if (before === undefined || after === undefined) return asJson({ before, after });
  const [old, now] = [asJson(before), asJson(after)] as Record<string, unknown>[];
  const fields = Object.keys({ ...old, ...now }).filter((field) => !isDeepStrictEqual(old![field], now![field]));
  if (fields.length === 0) return null;
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
  return { before: pick(old!), after: pick(now!) };
}

/** Times as text, and no undefined fields, as the database keeps it. */
function asJson<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
