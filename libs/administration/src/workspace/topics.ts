import { Inject, Injectable } from '@nestjs/common';
import { topicSettings, type TopicSettings, type TopicSettingsView } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';
import { helpLine } from '#topics';
import { recordChange, type SettingsActor } from '../audit.js';

/** What a shop has always handed over to people. */
@Injectable()
export class Topics {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async view(workspaceId: string): Promise<TopicSettingsView> {
    const [settings, { country, locale }] = await Promise.all([
      readTopics(this.db, workspaceId),
      this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { country: true, locale: true } }),
    ]);
    return { ...settings, countryHelpLine: helpLine(country, locale) };
  }

  async save(actor: SettingsActor, after: TopicSettings): Promise<TopicSettingsView> {
    const { workspaceId } = actor;
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await readTopics(tx, workspaceId);
      await tx.topicSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...after }, update: after });
      const change = { action: 'topics.changed', subjectType: 'workspace', subjectId: workspaceId };
      await recordChange(tx, actor, { ...change, before, after });
    });
    return this.view(workspaceId);
  }
}

/** Until somebody says otherwise, every topic that there is and none of the shop's own. */
async function readTopics(db: Database | Transaction, workspaceId: string): Promise<TopicSettings> {
  const kept = await db.topicSettings.findUnique({ where: { workspaceId } });
  return topicSettings.parse(kept ?? { disabled: [], own: [], helpLine: '' });
}
