import { Inject, Injectable } from '@nestjs/common';
import type { Checklist } from '#contracts';
import { DATABASE, lockWorkspace, type Database } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';

/** What is missing before the bot can be left to work. */
@Injectable()
export class Checklists {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async view(workspaceId: string): Promise<Checklist> {
    const [workspace, nExamples, nIntents, nAutomated, nModels, run, sighting, nPeople, nInvitations] =
      await Promise.all([
        this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
        this.db.trainingExample.count({ where: { workspaceId } }),
        this.db.intent.count({ where: { workspaceId } }),
        this.db.intent.count({
          where: { workspaceId, automate: true, answers: { some: { approvedAt: { not: null } } } },
        }),
        this.db.modelVersion.count({ where: { workspaceId, stage: 'active' } }),
        this.db.trainingRun.findFirst({ where: { workspaceId, status: { in: ['queued', 'running'] } } }),
        this.db.widgetSighting.findFirst({ where: { workspaceId, allowed: true }, orderBy: { seenAt: 'desc' } }),
        this.db.user.count({ where: { workspaceId, disabledAt: null } }),
        this.db.invitation.count({ where: { workspaceId, expiresAt: { gt: new Date() } } }),
      ]);
    const hasModel = nModels > 0;
    return {
      steps: [
        { step: 'tickets', done: nExamples > 0 },
        { step: 'answers', done: nAutomated > 0 },
        { step: 'train', done: hasModel },
        { step: 'try', done: workspace.triedAt !== null },
        { step: 'embed', done: sighting !== null },
        { step: 'people', done: nPeople + nInvitations > 1 },
      ],
      ...{ nExamples, nIntents, nAutomated, hasModel, nPeople },
      runId: run?.id ?? null,
      seenAt: sighting?.seenAt.toISOString() ?? null,
      dismissed: workspace.checklistDismissed,
    };
  }

  async dismiss(actor: SettingsActor, dismissed: boolean): Promise<Checklist> {
    const { workspaceId } = actor;
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const { checklistDismissed } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
      await tx.workspace.update({ where: { id: workspaceId }, data: { checklistDismissed: dismissed } });
      await recordChange(tx, actor, {
        ...{ action: 'checklist.changed', subjectType: 'workspace', subjectId: workspaceId },
        before: { dismissed: checklistDismissed },
        after: { dismissed },
      });
    });
    return this.view(workspaceId);
  }

  /** Somebody has tried a message out: the step is done from the first one on. */
  async tried(workspaceId: string): Promise<void> {
    await this.db.workspace.updateMany({ where: { id: workspaceId, triedAt: null }, data: { triedAt: new Date() } });
  }
}
