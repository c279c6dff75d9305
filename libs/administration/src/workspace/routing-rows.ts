import { BatonError, type RoutingView, type Skills, type TeamView } from '#contracts';
import type { Database, Transaction } from '#database';

type Reader = Database | Transaction;

export async function readRouting(db: Reader, workspaceId: string): Promise<RoutingView> {
  const where = { workspaceId };
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const teams = await db.team.findMany({ where, include: { members: true }, orderBy: { name: 'asc' } });
  const rules = await db.routingRule.findMany({ where, orderBy: { position: 'asc' } });
  const users = await db.user.findMany({ where: { ...where, disabledAt: null }, orderBy: { name: 'asc' } });
  const rows = await db.agentSkill.findMany({ where, orderBy: { value: 'asc' } });
  const statuses = await db.agentStatus.findMany({ where, select: { userId: true, takesChats: true } });
  const takesChats = new Map(statuses.map((status) => [status.userId, status.takesChats]));
  return {
    policy: workspace.assignmentPolicy,
    stickyMinutes: workspace.stickyMinutes,
    teams: teams.map(teamView),
    rules: rules.map(({ teamId, inboxId, intent, reason, language }) => ({
      teamId,
      inboxId,
      intent,
      reason,
      language,
    })),
    people: users.map(({ id, name, role }) => ({
      ...{ id, name, takesChats: takesChats.get(id) ?? role === 'agent' },
      ...skillsOf(rows.filter(({ userId }) => userId === id)),
    })),
  };
}

/** Throws NOT_FOUND. */
export async function readTeam(db: Reader, workspaceId: string, id: string): Promise<TeamView> {
  const team = await db.team.findFirst({ where: { id, workspaceId }, include: { members: true } });
  if (!team) throw new BatonError('NOT_FOUND');
  return teamView(team);
}

export async function readSkills(db: Reader, workspaceId: string, userId: string): Promise<Skills> {
  return skillsOf(await db.agentSkill.findMany({ where: { userId, workspaceId }, orderBy: { value: 'asc' } }));
}

function teamView(team: Omit<TeamView, 'memberIds'> & { members: { userId: string }[] }): TeamView {
  const { id, name, policy, members } = team;
  return { id, name, policy, memberIds: members.map(({ userId }) => userId) };
}

function skillsOf(rows: { kind: 'language' | 'topic'; value: string }[]): Skills {
  const of = (wanted: 'language' | 'topic') => rows.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return { languages: of('language'), topics: of('topic') };
}
