import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { EscalationJob, QueueName } from '#contracts';
import { ChangeNews, Offers, Presence } from '#conversation';
import { QUEUES } from '#messaging';
import { DATABASE, type Database } from '#database';
import { planOffers, type Policies, type Waiting } from './routing.js';

/** Of those alike (team, language, topic) so many are looked at in one round at least: some may have been refused by all who are free. */
const fewestAlike = 20;
/** Everybody behind one who leaves the queue moves up; visitors hear of it at most this often, ms. */
const newsEveryMs = 2000;
/** The timer must not come before the offer's own end. */
const timerSlackMs = 20;

/** Brings those who wait together with those who are free. */
@Injectable()
export class Router implements BeforeApplicationShutdown {
  private readonly moved = new Set<string>();
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly offers: Offers,
    private readonly presence: Presence,
    private readonly news: ChangeNews,
  ) {}

  async route(workspaceId: string): Promise<void> {
    const available = await this.presence.availableAgents(workspaceId);
    const candidates = available.map(({ userId, load, ...agent }) => ({
      ...agent,
      agentId: userId,
      free: agent.capacity - load,
    }));
    if (!candidates.some(({ free, asked }) => free > 0 && !asked)) return;
    const [{ waiting, now }, { policies, offerSeconds }] = await Promise.all([
      this.waiting(workspaceId, candidates.length),
      this.settings(workspaceId),
    ]);
    const planned = planOffers(waiting, candidates, policies, now);
    for (const { conversationId, agentId } of planned) {
      const offer = await this.offers.offer(workspaceId, conversationId, agentId, offerSeconds);
      if (offer) this.timeOutLater(workspaceId, offer.assignmentId, offerSeconds);
    }
  }

  /** Tells waiting visitors their new position, soon. */
  queueMoved(workspaceId: string): void {
    this.moved.add(workspaceId);
    this.timer ??= setTimeout(() => void this.tellPositions(), newsEveryMs);
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async tellPositions(): Promise<void> {
    this.timer = undefined;
    const workspaces = [...this.moved];
    this.moved.clear();
    for (const workspaceId of workspaces) await this.news.queueMoved(workspaceId).catch(() => undefined);
  }

  /** With Redis away the sweep ends the offer instead, so nothing waits for the timer to be set. */
  private timeOutLater(workspaceId: string, assignmentId: string, seconds: number): void {
    const job: EscalationJob = { type: 'offer-timeout', workspaceId, assignmentId };
    const delay = seconds * 1000 + timerSlackMs;
    this.queues.escalation.add(job.type, job, { delay }).catch(() => undefined);
  }

  private async settings(workspaceId: string): Promise<{ policies: Policies; offerSeconds: number }> {
    const [workspace, teams] = await Promise.all([
      this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
      this.db.team.findMany({ where: { workspaceId, members: { some: {} } } }),
    ]);
    const policies = {
      workspace: workspace.assignmentPolicy,
      teams: new Map(teams.map(({ id, policy }) => [id, policy])),
    };
    return { policies, offerSeconds: workspace.offerSeconds };
  }

  /**
   * In the order of the line, without those on offer; and the database's time, by which refusals are told. Of those alike no more than
   * agents are there: the rest could not be offered, and must not stand before others who could be.
   */
  private async waiting(workspaceId: string, agents: number): Promise<{ waiting: Waiting[]; now: Date }> {
    type Row = Omit<Waiting, 'refusals'> & { now: Date; refusals: [string, number][] };
    const rows = await this.db.$queryRaw<Row[]>`
      SELECT now() AS now, entry."conversationId", entry."teamId", entry.language, entry.topic, entry."agentId",
        (SELECT "createdAt" FROM escalation WHERE id = entry."escalationId") AS since, ARRAY(
          SELECT json_build_array("agentId", extract(epoch FROM max("endedAt")) * 1000) FROM assignment
          WHERE "conversationId" = entry."conversationId" AND status IN ('declined', 'timed_out') GROUP BY "agentId"
        ) AS refusals
      FROM (
        SELECT q.*, c."teamId", row_number() OVER (
          PARTITION BY c."teamId", q.language, q.topic, q."agentId" ORDER BY q."orderedAt", q."conversationId") AS n
        FROM queue_entry q JOIN conversation c ON c.id = q."conversationId" AND c."workspaceId" = q."workspaceId"
        WHERE q."workspaceId" = ${workspaceId}::uuid AND NOT EXISTS (
          SELECT FROM assignment WHERE "conversationId" = q."conversationId" AND status = 'offered')
      ) entry
      WHERE n <= ${Math.max(agents, fewestAlike)} ORDER BY entry."orderedAt", entry."conversationId"`;
    const waiting = rows.map(({ refusals, ...row }) => ({
      ...row,
      refusals: new Map(refusals.map(([agentId, at]) => [agentId, new Date(at)])),
    }));
    return { waiting, now: rows[0]?.now ?? new Date(0) };
  }
}
