import { BatonError, type TransferTargets } from '#contracts';
import { loadConfig } from '#config';
import type { RawQueries, Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { leaseLasts } from './lease.js';

/** Where a transfer goes. Throws TRANSFER_TARGET_GONE for a colleague who is not online, and for a team that is not there. */
export async function transferTarget(
  tx: Transaction,
  { workspaceId, userId }: AgentActor,
  to: { agentId: string } | { teamId: string },
): Promise<{ teamId: string | null; agentId: string | null; name: string }> {
  if ('teamId' in to) {
    const team = await tx.team.findFirst({ where: { id: to.teamId, workspaceId } });
    if (!team) throw new BatonError('TRANSFER_TARGET_GONE');
    return { teamId: team.id, agentId: null, name: team.name };
  }
  const [colleague] = await tx.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM "user" u JOIN agent_status ON agent_status."userId" = u.id
    WHERE u.id = ${to.agentId}::uuid AND u."workspaceId" = ${workspaceId}::uuid AND u."disabledAt" IS NULL
      AND agent_status.status = 'online' AND ${leaseLasts(loadConfig())}`;
  if (!colleague || to.agentId === userId) throw new BatonError('TRANSFER_TARGET_GONE');
  return { teamId: null, agentId: to.agentId, name: colleague.name };
}

/** Teams with how many of them are online, and colleagues who are there. */
export async function transferTargets(db: RawQueries, { workspaceId, userId }: AgentActor): Promise<TransferTargets> {
  const there = leaseLasts(loadConfig());
  const [teams, people] = await Promise.all([
    db.$queryRaw<TransferTargets['teams']>`
      SELECT t.id, t.name, (SELECT count(*)::int FROM team_member m JOIN agent_status ON agent_status."userId" = m."userId"
        WHERE m."teamId" = t.id AND agent_status.status = 'online' AND ${there}) AS online
      FROM team t WHERE t."workspaceId" = ${workspaceId}::uuid ORDER BY t.name`,
    db.$queryRaw<TransferTargets['people']>`
      SELECT u.id, u.name, agent_status.status FROM "user" u JOIN agent_status ON agent_status."userId" = u.id
      WHERE u."workspaceId" = ${workspaceId}::uuid AND u."disabledAt" IS NULL AND u.id <> ${userId}::uuid AND ${there}
      ORDER BY u.name`,
  ]);
  return { teams, people };
}
