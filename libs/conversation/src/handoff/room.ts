import type { Transaction } from '#database';

/**
 * Counts what the agent owns and the offers that wait for the agent's answer. The lock on the agent's row makes what is given to one
 * agent follow one another, so that capacity holds.
 */
export async function hasRoom(tx: Transaction, workspaceId: string, agentId: string): Promise<boolean> {
  const [agent] = await tx.$queryRaw<{ capacity: number }[]>`
    SELECT capacity FROM agent_status WHERE "userId" = ${agentId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  if (!agent) return false;
  const owned = await tx.conversation.count({ where: { workspaceId, ownerId: agentId, status: 'open' } });
  return owned + (await openOffers(tx, workspaceId, agentId)) < agent.capacity;
}

export function openOffers(tx: Transaction, workspaceId: string, agentId: string): Promise<number> {
  return tx.assignment.count({ where: { workspaceId, agentId, status: 'offered' } });
}
