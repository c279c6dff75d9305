import type { AssignmentPolicy } from '#contracts';

/** A conversation that waits and is on offer to nobody, in the order of the waiting line. */
export interface Waiting {
  conversationId: string;
  /** Null: anybody's. */
  teamId: string | null;
  language: string | null;
  topic: string | null;
  /** The agent whom it was transferred to. */
  agentId: string | null;
  /** Since it came into the line this time. */
  since: Date;
  /** When each agent last declined or let time run out. */
  refusals: ReadonlyMap<string, Date>;
}

/** Somebody online. */
export interface Candidate {
  agentId: string;
  capacity: number;
  /** How many more conversations the agent can take, open offers counted. */
  free: number;
  /** An offer waits for the agent's answer: one at a time. */
  asked: boolean;
  takesChats: boolean;
  lastAssignedAt: Date | null;
  teamIds: readonly string[];
  /** Who has no skill of a kind takes all of it. */
  languages: readonly string[];
  topics: readonly string[];
}

export interface Policies {
  workspace: AssignmentPolicy;
  /** Of teams that have members; one without is nobody's, and its conversations are anybody's. */
  teams: ReadonlyMap<string, AssignmentPolicy>;
}

export interface PlannedOffer {
  conversationId: string;
  agentId: string;
}

/** An agent who refused a conversation is not asked about it again within this time, ms. */
export const refusalCooldownMs = 60_000;
/** Where nobody with the skill is there, anybody is asked after this time, ms. */
export const skillFallbackMs = 120_000;
/** What was transferred to an agent is offered to others after this time, ms. */
export const directFallbackMs = 120_000;

/**
 * Who is offered what. Those who wait come in their order; each goes to one of those who may take it: of the team, with the skills, with room, not
 * asked for something else already, and whose refusal, if any, has cooled down. Of these, the one whom the team's policy names, those who refused
 * it after those who did not. Nobody is kept from anything for good: where nobody may, it stays in its place.
 */
export function planOffers(
  waiting: readonly Waiting[],
  candidates: readonly Candidate[],
  policies: Policies,
  now: Date,
): PlannedOffer[] {
  const ready = new Set(candidates.filter(({ free, asked }) => free > 0 && !asked));
  const offers: PlannedOffer[] = [];
  for (const conversation of waiting) {
    if (ready.size === 0) break;
    const next = chosen(conversation, ready, candidates, policies, now.getTime());
    if (!next) continue;
    offers.push({ conversationId: conversation.conversationId, agentId: next.agentId });
    ready.delete(next);
  }
  return offers;
}

function chosen(
  waiting: Waiting,
  ready: ReadonlySet<Candidate>,
  present: readonly Candidate[],
  policies: Policies,
  now: number,
): Candidate | null {
  const waited = now - waiting.since.getTime();
  const direct = waiting.agentId !== null && present.find(({ agentId }) => agentId === waiting.agentId);
  if (direct && waited < directFallbackMs && !waiting.refusals.has(direct.agentId))
    return ready.has(direct) ? direct : null;
  const teamPolicy = waiting.teamId === null ? undefined : policies.teams.get(waiting.teamId);
  const policy = teamPolicy ?? policies.workspace;
  if (policy === 'manual') return null;
  const allowed = (agent: Candidate) =>
    agent.takesChats && (teamPolicy === undefined || agent.teamIds.includes(waiting.teamId!));
  const skilled = skillTest(waiting, present, allowed, waited);
  const refusedAt = ({ agentId }: Candidate) => waiting.refusals.get(agentId)?.getTime() ?? 0;
  const before = policy === 'balanced' ? leastLoaded : longestIdle;
  let best: Candidate | null = null;
  for (const agent of ready) {
    if (!allowed(agent) || !skilled(agent) || now - refusedAt(agent) < refusalCooldownMs) continue;
    if (!best || (refusedAt(agent) - refusedAt(best) || before(agent, best)) < 0) best = agent;
  }
  return best;
}

/**
 * Both skills are wanted; one that nobody there has is let go of after a while, each by itself. Who is there is asked only where one who
 * lacks a skill comes to be judged: nearly all have both, or the time has not come.
 */
function skillTest(
  { language, topic }: Waiting,
  present: readonly Candidate[],
  allowed: (agent: Candidate) => boolean,
  waited: number,
): (agent: Candidate) => boolean {
  const has = (skills: readonly string[], wanted: string | null) =>
    wanted === null || skills.length === 0 || skills.includes(wanted);
  const speaks = (agent: Candidate) => has(agent.languages, language);
  const knows = (agent: Candidate) => has(agent.topics, topic);
  const both = (agent: Candidate) => speaks(agent) && knows(agent);
  const somebody = (test: typeof both) => present.some((agent) => allowed(agent) && test(agent));
  const settledFor = () => (somebody(both) ? both : somebody(speaks) ? speaks : () => true);
  let test: typeof both | undefined;
  return (agent) => both(agent) || (waited >= skillFallbackMs && (test ??= settledFor())(agent));
}

function longestIdle(a: Candidate, b: Candidate): number {
  return (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0);
}

/** By the share of their capacity that is taken. */
function leastLoaded(a: Candidate, b: Candidate): number {
  return b.free / b.capacity - a.free / a.capacity || longestIdle(a, b);
}
