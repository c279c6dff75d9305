import { Inject, Injectable } from '@nestjs/common';
import { slaPolicy, type SlaPolicy } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';

/** How soon a shop promises to answer. A change holds for what is handed over from then on. */
@Injectable()
export class Promises {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  view(workspaceId: string): Promise<SlaPolicy> {
    return readPolicy(this.db, workspaceId);
  }

  async save(actor: SettingsActor, after: SlaPolicy): Promise<SlaPolicy> {
    const { workspaceId } = actor;
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await readPolicy(tx, workspaceId);
      await tx.slaPolicy.upsert({ where: { workspaceId }, create: { workspaceId, ...after }, update: after });
      const change = { action: 'promises.changed', subjectType: 'workspace', subjectId: workspaceId };
      await recordChange(tx, actor, { ...change, before, after });
    });
    return after;
  }
}

/** Until somebody says otherwise, nothing is promised. */
async function readPolicy(db: Database | Transaction, workspaceId: string): Promise<SlaPolicy> {
  const nothing = { firstResponseSeconds: null, nextResponseSeconds: null, resolutionSeconds: null };
  const kept = await db.slaPolicy.findUnique({ where: { workspaceId } });
  return slaPolicy.parse(kept ?? { ...nothing, warnFraction: 0.8, businessHoursOnly: true });
}
