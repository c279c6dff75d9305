import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type AgentStatus, type AgentView, type UserRole } from '#contracts';
import { loadConfig } from '#config';
import { DATABASE, Prisma, type AgentStatusKind, type Database } from '#database';
import type { AgentActor } from '../actors.js';
import { OutboxRelay } from '#messaging';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';
import { agentIsLost, gatewayBeats, leaseLasts } from './lease.js';

/** An agent who can take a conversation now. `load`: conversations owned and offers that wait for an answer. */
export interface AvailableAgent {
  userId: string;
  capacity: number;
  load: number;
  /** An offer waits for the agent's answer. */
  asked: boolean;
  takesChats: boolean;
  lastAssignedAt: Date | null;
  teamIds: string[];
  /** Empty: all of them. */
  languages: string[];
  topics: string[];
}

export interface LostAgent {
  workspaceId: string;
  userId: string;
  conversationIds: string[];
}

type Agent = Pick<AgentActor, 'workspaceId' | 'userId'>;

/**
 * Who is there, and who wants work. An agent is there while a lease lasts that the gateway renews for every connected
 * socket, so that a reloaded console changes nothing and a gateway that died needs nobody to clean up behind it. What the
 * agent chose (online, busy, away) is a thing of its own: no loss of connection changes it.
 */
@Injectable()
export class Presence {
  /** Of this process, when it is a gateway. */
  private readonly gatewayId = uuidv7();

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  /** The gateway's own heartbeat, before those of its agents: nobody is lost while no gateway could have renewed a lease. */
  async gatewayLives(): Promise<void> {
    await this.db.$executeRaw`
      INSERT INTO gateway_heartbeat ("gatewayId", "seenAt", since) VALUES (${this.gatewayId}::uuid, now(), now())
      ON CONFLICT ("gatewayId") DO UPDATE SET "seenAt" = now(),
        since = CASE WHEN ${gatewayBeats(loadConfig())} THEN gateway_heartbeat.since ELSE now() END`;
  }

  /** A socket of this agent lives: on connection and at every heartbeat. Who was gone is back with the status chosen before. */
  async seen(agent: Agent): Promise<void> {
    const renewed = await this.db.$executeRaw`
      UPDATE agent_status SET "seenAt" = now(), "gatewayId" = ${this.gatewayId}::uuid
      WHERE "userId" = ${agent.userId}::uuid AND "workspaceId" = ${agent.workspaceId}::uuid AND ${leaseLasts(loadConfig())}`;
    if (renewed === 0) await this.arrive(agent);
  }

  async setStatus(agent: Agent, status: AgentStatusKind): Promise<AgentView> {
    await this.arrive(agent, status);
    return this.tellMe(agent);
  }

  /** Whether any conversation is offered to the agent at all. */
  async takeChats(agent: Agent, takesChats: boolean): Promise<AgentView> {
    await this.db.agentStatus.updateMany({ where: agentKey(agent), data: { takesChats, missedOffers: 0 } });
    await this.arrive(agent);
    return this.tellMe(agent);
  }

  /** The agent's row was changed by something else. */
  async changed(agent: Agent): Promise<void> {
    await this.announce(agent, (await this.tellMe(agent)).status);
  }

  /**
   * Signed out: gone at once, without waiting for the lease, and who signs in again begins online. Another browser of the
   * same agent comes back by its heartbeat.
   */
  async left(agent: Agent): Promise<void> {
    await this.db.agentStatus.updateMany({ where: agentKey(agent), data: { status: 'online', seenAt: null } });
    await this.announce(agent, 'offline');
  }

  /** Online, lease fresh, not disabled. Those at capacity are included: routing decides. */
  async availableAgents(workspaceId: string): Promise<AvailableAgent[]> {
    return this.db.$queryRaw<AvailableAgent[]>`
      SELECT agent_status."userId", agent_status.capacity, agent_status."lastAssignedAt",
        agent_status."takesChats", EXISTS (SELECT FROM assignment a WHERE a."workspaceId" = ${workspaceId}::uuid
          AND a."agentId" = agent_status."userId" AND a.status = 'offered') AS asked,
        ARRAY(SELECT m."teamId"::text FROM team_member m WHERE m."userId" = agent_status."userId") AS "teamIds",
        ARRAY(SELECT s.value FROM agent_skill s WHERE s."userId" = agent_status."userId" AND s.kind = 'language') AS languages,
        ARRAY(SELECT s.value FROM agent_skill s WHERE s."userId" = agent_status."userId" AND s.kind = 'topic') AS topics,
        ((SELECT count(*) FROM conversation c WHERE c."workspaceId" = ${workspaceId}::uuid
            AND c."ownerId" = agent_status."userId" AND c.status = 'open')
          + (SELECT count(*) FROM assignment a WHERE a."workspaceId" = ${workspaceId}::uuid
            AND a."agentId" = agent_status."userId" AND a.status = 'offered'))::int AS load
      FROM agent_status JOIN "user" ON "user".id = agent_status."userId"
      WHERE agent_status."workspaceId" = ${workspaceId}::uuid AND agent_status.status = 'online'
        AND "user"."disabledAt" IS NULL AND ${leaseLasts(loadConfig())}`;
  }

  /** Everybody who can sign in, by name. */
  async agents(workspaceId: string): Promise<{ id: string; name: string; role: UserRole; status: AgentStatus }[]> {
    return this.db.$queryRaw`
      SELECT "user".id, "user".name, "user".role::text AS role,
        CASE WHEN ${leaseLasts(loadConfig())} THEN agent_status.status::text ELSE 'offline' END AS status
      FROM "user" LEFT JOIN agent_status ON agent_status."userId" = "user".id
      WHERE "user"."workspaceId" = ${workspaceId}::uuid AND "user"."disabledAt" IS NULL
      ORDER BY "user".name, "user".id`;
  }

  /**
   * Ends the leases of agents who are lost, and returns those among the absent who still own open conversations. A program is there as
   * long as its key opens something.
   */
  async lostAgents(): Promise<LostAgent[]> {
    const lost = await this.db.$queryRaw<Agent[]>`
      UPDATE agent_status SET "seenAt" = NULL WHERE ${agentIsLost(loadConfig())} RETURNING "workspaceId", "userId"`;
    for (const agent of lost) await this.announce(agent, 'offline');
    return this.db.$queryRaw<LostAgent[]>`
      SELECT c."workspaceId", c."ownerId" AS "userId", array_agg(c.id::text) AS "conversationIds"
      FROM conversation c LEFT JOIN agent_status ON agent_status."userId" = c."ownerId"
      WHERE c.status = 'open' AND agent_status."seenAt" IS NULL AND NOT EXISTS (
        SELECT FROM api_key WHERE api_key.id = c."ownerId" AND api_key."revokedAt" IS NULL
          AND (api_key."expiresAt" IS NULL OR api_key."expiresAt" > now()))
      GROUP BY c."workspaceId", c."ownerId"`;
  }

  async view({ workspaceId, userId }: Agent): Promise<AgentView> {
    const [user, workspace, [presence]] = await Promise.all([
      this.db.user.findFirst({ where: { id: userId, workspaceId } }),
      this.db.workspace.findUnique({ where: { id: workspaceId } }),
      this.db.$queryRaw<Pick<AgentView, 'status' | 'capacity' | 'takesChats' | 'missedOffers'>[]>`
        SELECT CASE WHEN ${leaseLasts(loadConfig())} THEN status::text ELSE 'offline' END AS status, capacity, "takesChats",
          "missedOffers"
        FROM agent_status WHERE "userId" = ${userId}::uuid AND "workspaceId" = ${workspaceId}::uuid`,
    ]);
    if (!user || !workspace) throw new BatonError('NOT_FOUND');
    const { name, email, role } = user;
    const nothing = { status: 'offline', capacity: 0, takesChats: role === 'agent', missedOffers: 0 } as const;
    return { id: userId, name, email, role, ...(presence ?? nothing), workspaceName: workspace.name };
  }

  /** Being there and the wish to route are one transaction: whoever waits is offered to whoever came. */
  private async arrive(agent: Agent, chosen?: AgentStatusKind): Promise<void> {
    const { workspaceId, userId } = agent;
    const [[{ status }]] = await this.db.$transaction([
      this.db.$queryRaw<[{ status: AgentStatusKind }]>`
        INSERT INTO agent_status ("userId", "workspaceId", status, "seenAt", "gatewayId", "takesChats")
        VALUES (${userId}::uuid, ${workspaceId}::uuid, ${chosen ?? 'online'}::"AgentStatusKind", now(), ${this.gatewayId}::uuid,
          (SELECT role = 'agent' FROM "user" WHERE id = ${userId}::uuid))
        ON CONFLICT ("userId") DO UPDATE SET "seenAt" = now(), "gatewayId" = ${this.gatewayId}::uuid,
          status = coalesce(${chosen ?? null}::"AgentStatusKind", agent_status.status),
          "missedOffers" = CASE WHEN ${chosen !== undefined} THEN 0 ELSE agent_status."missedOffers" END
        RETURNING status`,
      this.db.outbox.create({
        data: { id: uuidv7(), workspaceId, topic: 'escalation', payload: { type: 'route', workspaceId } },
      }),
    ]);
    this.relay.wake();
    await this.announce(agent, status);
  }

  private async tellMe(agent: Agent): Promise<AgentView> {
    const view = await this.view(agent);
    this.realtime.me(view);
    return view;
  }

  /** To colleagues, and to the visitors who wait: they are told whether somebody is there. */
  private async announce({ workspaceId, userId }: Agent, status: AgentStatus): Promise<void> {
    this.realtime.agentStatus(workspaceId, userId, status);
    await this.news.queueChanged(workspaceId);
  }
}

const agentKey = ({ userId, workspaceId }: Agent): Prisma.AgentStatusWhereInput => ({ userId, workspaceId });
