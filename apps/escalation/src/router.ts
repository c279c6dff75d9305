import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { EscalationJob, QueueName } from '#contracts';
import { ChangeNews, Offers, Presence } from '#conversation';
import { QUEUES } from '#messaging';
import { DATABASE, Statements, type Database } from '#database';
import { firstInLine, wholeLine, type Line } from './line.js';
import { planOffers, type Policies } from './routing.js';

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
    private readonly statements: Statements,
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
    const ready = candidates.filter(({ free, asked }) => free > 0 && !asked).length;
    if (ready === 0) return;
    const [first, { policies, offerSeconds }] = await Promise.all([
      firstInLine(this.statements, workspaceId),
      this.settings(workspaceId),
    ]);
    const plan = ({ waiting, now }: Line) => planOffers(waiting, candidates, policies, now);
    let planned = plan(first);
    if (planned.length < ready && first.goesOn) planned = plan(await wholeLine(this.statements, workspaceId, ready));
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
}
