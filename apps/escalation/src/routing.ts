/** A conversation that waits and is on offer to nobody. `refusals`: when each agent last declined or let time run out. */
export interface Waiting {
  conversationId: string;
  refusals: ReadonlyMap<string, Date>;
}

/** `free`: how many more conversations the agent can take, open offers counted. */
export interface Candidate {
  agentId: string;
  free: number;
  lastAssignedAt: Date | null;
}

export interface PlannedOffer {
  conversationId: string;
  agentId: string;
}

/** An agent who refused a conversation is not asked about it again within this time, ms. */
export const refusalCooldownMs = 60_000;

/**
 * Who is offered what. Those who wait come in the order of the waiting line; round robin by the last assignment, within capacity. Agents who refused
 * this conversation come after those who did not, and only once their refusal has cooled down.
 */
export function planOffers(waiting: readonly Waiting[], candidates: readonly Candidate[], now: Date): PlannedOffer[] {
  const agents = candidates.map((candidate) => ({ ...candidate, order: candidate.lastAssignedAt?.getTime() ?? 0 }));
  const offers: PlannedOffer[] = [];
  for (const { conversationId, refusals } of waiting) {
    const refusedAt = (agentId: string) => refusals.get(agentId)?.getTime() ?? 0;
    const cooled = (agentId: string) => now.getTime() - refusedAt(agentId) >= refusalCooldownMs;
    const [next] = agents
      .filter((agent) => agent.free > 0 && cooled(agent.agentId))
      .sort((a, b) => refusedAt(a.agentId) - refusedAt(b.agentId) || a.order - b.order);
    if (!next) continue;
    offers.push({ conversationId, agentId: next.agentId });
    next.free -= 1;
    next.order = now.getTime() + offers.length; // behind everybody else in this round too
  }
  return offers;
}
