import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  BatonError,
  type RoutingSettings,
  type RoutingView,
  type Skills,
  type TeamSettings,
  type TeamView,
} from '#contracts';
import { DATABASE, lockWorkspace, violates, type Database, type Transaction } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';
import { readRouting, readSkills, readTeam } from './routing-rows.js';

/** Teams, who is in them and can what, and which conversations wait for which of them. */
@Injectable()
export class Teams {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  view(workspaceId: string): Promise<RoutingView> {
    return readRouting(this.db, workspaceId);
  }

  async save(actor: SettingsActor, after: RoutingSettings): Promise<RoutingView> {
    const { workspaceId } = actor;
    await this.locked(actor, async (tx) => {
      const { policy, stickyMinutes, rules } = await readRouting(tx, workspaceId);
      const teamIds = new Set(after.rules.map(({ teamId }) => teamId));
      if ((await tx.team.count({ where: { workspaceId, id: { in: [...teamIds] } } })) < teamIds.size) {
        throw new BatonError('TEAM_UNKNOWN');
      }
      const workspace = { assignmentPolicy: after.policy, stickyMinutes: after.stickyMinutes };
      await tx.workspace.update({ where: { id: workspaceId }, data: workspace });
      await tx.routingRule.deleteMany({ where: { workspaceId } });
      await tx.routingRule.createMany({
        data: after.rules.map((rule, position) => ({ ...rule, id: uuidv7(), workspaceId, position })),
      });
      const change = { action: 'routing.changed', subjectType: 'workspace', subjectId: workspaceId };
      await recordChange(tx, actor, { ...change, before: { policy, stickyMinutes, rules }, after });
    });
    return this.view(workspaceId);
  }

  create(actor: SettingsActor, team: TeamSettings): Promise<TeamView> {
    return this.locked(actor, async (tx) => {
      const { workspaceId } = actor;
      const id = uuidv7();
      await tx.team.create({ data: { id, workspaceId, name: team.name, policy: team.policy } });
      await saveMembers(tx, workspaceId, id, team.memberIds);
      await recordChange(tx, actor, { action: 'team.created', subjectType: 'team', subjectId: id, after: team });
      return { id, ...team };
    });
  }

  change(actor: SettingsActor, id: string, after: TeamSettings): Promise<TeamView> {
    return this.locked(actor, async (tx) => {
      const { workspaceId } = actor;
      const { id: _, ...before } = await readTeam(tx, workspaceId, id);
      await tx.team.update({ where: { id }, data: { name: after.name, policy: after.policy } });
      await tx.teamMember.deleteMany({ where: { teamId: id, workspaceId } });
      await saveMembers(tx, workspaceId, id, after.memberIds);
      await recordChange(tx, actor, { action: 'team.changed', subjectType: 'team', subjectId: id, before, after });
      return { id, ...after };
    });
  }

  async remove(actor: SettingsActor, id: string): Promise<void> {
    await this.locked(actor, async (tx) => {
      const { workspaceId } = actor;
      const { id: _, ...before } = await readTeam(tx, workspaceId, id);
      await tx.conversation.updateMany({ where: { workspaceId, teamId: id }, data: { teamId: null } });
      await tx.team.delete({ where: { id } });
      await recordChange(tx, actor, { action: 'team.removed', subjectType: 'team', subjectId: id, before });
    });
  }

  saveSkills(actor: SettingsActor, userId: string, after: Skills): Promise<Skills> {
    return this.locked(actor, async (tx) => {
      const { workspaceId } = actor;
      if ((await tx.user.count({ where: { id: userId, workspaceId } })) === 0) throw new BatonError('NOT_FOUND');
      const before = await readSkills(tx, workspaceId, userId);
      await tx.agentSkill.deleteMany({ where: { userId, workspaceId } });
      const rows = (kind: 'language' | 'topic', values: string[]) =>
        [...new Set(values)].map((value) => ({ userId, workspaceId, kind, value }));
      const data = [...rows('language', after.languages), ...rows('topic', after.topics)];
      await tx.agentSkill.createMany({ data });
      await recordChange(tx, actor, {
        ...{ action: 'user.skills_changed', subjectType: 'user', subjectId: userId, before, after },
      });
      return after;
    });
  }

  private locked<T>({ workspaceId }: SettingsActor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.db
      .$transaction(async (tx) => {
        await lockWorkspace(tx, workspaceId);
        return work(tx);
      })
      .catch((error: unknown) => {
        throw violates(error, 'team_workspaceId_name_key') ? new BatonError('TEAM_NAME_TAKEN') : error;
      });
  }
}

async function saveMembers(tx: Transaction, workspaceId: string, teamId: string, ids: string[]): Promise<void> {
  const members = [...new Set(ids)];
  if ((await tx.user.count({ where: { workspaceId, id: { in: members } } })) < members.length) {
    throw new BatonError('TEAM_UNKNOWN');
  }
  await tx.teamMember.createMany({ data: members.map((userId) => ({ teamId, userId, workspaceId })) });
}
