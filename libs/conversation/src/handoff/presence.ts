import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type AgentStatus, type AgentView } from '#contracts';
import { loadConfig } from '#config';
import { DATABASE, Prisma, type Database } from '#database';
import type { AgentActor } from '../actors.js';
import { OutboxRelay } from '#messaging';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';

/** An agent who can take a conversation now. `load`: conversations owned and offers that wait for an answer. */
export interface AvailableAgent {
  userId: string;
  capacity: number;
  load: number;
  lastAssignedAt: Date | null;
}

export interface LostAgent {
  workspaceId: string;
  userId: string;
  conversationIds: string[];
}

type Agent = Pick<AgentActor, 'workspaceId' | 'userId'>;

/**
 * Who is there. An agent is there while a lease lasts that the gateway renews for every connected socket, so that a
 * reloaded console changes nothing and a gateway that died needs nobody to clean up behind it.
 */
@Injectable()
export class Presence {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  /** A socket of this agent lives: on connection and at every heartbeat. Whoever was gone is online again. */
  async seen(agent: Agent): Promise<void> {
    const renewed = await this.db.$executeRaw`
      UPDATE agent_status SET "seenAt" = now()
      WHERE "userId" = ${agent.userId}::uuid AND "workspaceId" = ${agent.workspaceId}::uuid
        AND status <> 'offline' AND ${leaseLasts()}`;
    if (renewed === 0) await this.change(agent, 'online', new Date());
  }

  async setStatus(agent: Agent, status: AgentStatus): Promise<AgentView> {
    await this.change(agent, status, new Date());
    return this.view(agent);
  }

  /** Signed out: gone at once, without waiting for the lease. Another browser of the same agent comes back by its heartbeat. */
  async left(agent: Agent): Promise<void> {
    await this.change(agent, 'offline', null);
  }

  /** Online, lease fresh, not disabled. Those at capacity are included: routing decides. */
  async availableAgents(workspaceId: string): Promise<AvailableAgent[]> {
    return this.db.$queryRaw<AvailableAgent[]>`
      SELECT agent_status."userId", agent_status.capacity, agent_status."lastAssignedAt",
        ((SELECT count(*) FROM conversation c WHERE c."workspaceId" = ${workspaceId}::uuid
            AND c."ownerId" = agent_status."userId" AND c.status = 'open')
          + (SELECT count(*) FROM assignment a WHERE a."workspaceId" = ${workspaceId}::uuid
            AND a."agentId" = agent_status."userId" AND a.status = 'offered'))::int AS load
      FROM agent_status JOIN "user" ON "user".id = agent_status."userId"
      WHERE agent_status."workspaceId" = ${workspaceId}::uuid AND agent_status.status = 'online'
        AND "user"."disabledAt" IS NULL AND ${leaseLasts()}`;
  }

  /** Shows those whose lease ran out as offline, and returns the ones among them who still own open conversations. */
  async lostAgents(): Promise<LostAgent[]> {
    const lapsed = await this.db.$queryRaw<Agent[]>`
      UPDATE agent_status SET status = 'offline' WHERE status <> 'offline' AND (${leaseLasts()}) IS NOT TRUE
      RETURNING "workspaceId", "userId"`;
    for (const agent of lapsed) await this.announce(agent, 'offline');
    return this.db.$queryRaw<LostAgent[]>`
      SELECT c."workspaceId", c."ownerId" AS "userId", array_agg(c.id::text) AS "conversationIds"
      FROM conversation c LEFT JOIN agent_status ON agent_status."userId" = c."ownerId"
      WHERE c.status = 'open' AND (${leaseLasts()}) IS NOT TRUE
      GROUP BY c."workspaceId", c."ownerId"`;
  }

  async view({ workspaceId, userId }: Agent): Promise<AgentView> {
    const [user, workspace, presence] = await Promise.all([
      this.db.user.findFirst({ where: { id: userId, workspaceId } }),
      this.db.workspace.findUnique({ where: { id: workspaceId } }),
      this.db.agentStatus.findFirst({ where: { userId, workspaceId } }),
    ]);
    if (!user || !workspace) throw new BatonError('NOT_FOUND');
    const { name, email, role } = user;
    const { status, capacity } = presence ?? { status: 'offline', capacity: 0 };
    return { id: userId, name, email, role, status, capacity, workspaceName: workspace.name };
  }

  /** Status and the wish to route are one transaction: whoever waits is offered to whoever came. */
  private async change(agent: Agent, status: AgentStatus, seenAt: Date | null): Promise<void> {
    const { workspaceId, userId } = agent;
    const payload = { type: 'route', workspaceId };
    await this.db.$transaction([
      this.db.agentStatus.upsert({
        where: { userId },
        create: { userId, workspaceId, status, seenAt },
        update: { status, seenAt },
      }),
      this.db.outbox.create({ data: { id: uuidv7(), workspaceId, topic: 'escalation', payload } }),
    ]);
    this.relay.wake();
    await this.announce(agent, status);
  }

  /** To colleagues, and to the visitors who wait: they are told whether somebody is there. */
  private async announce({ workspaceId, userId }: Agent, status: AgentStatus): Promise<void> {
    this.realtime.agentStatus(workspaceId, userId, status);
    await this.news.queueChanged(workspaceId);
  }
}

function leaseLasts(): Prisma.Sql {
  return Prisma.sql`agent_status."seenAt" > now() - make_interval(secs => ${loadConfig().presenceLeaseSeconds})`;
}
