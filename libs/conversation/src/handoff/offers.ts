import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type ConversationItem, type OfferView } from '#contracts';
import { DATABASE, Prisma, type Assignment, type Conversation, type Database, type Transaction } from '#database';
import { OutboxRelay } from '#messaging';
import { Realtime } from '#realtime';
import type { AgentActor } from '../actors.js';
import { lockConversation } from '../append.js';
import { findItems } from '../inbox/views.js';
import { Handoff } from './handoff.js';
import { Presence } from './presence.js';
import { hasRoom, openOffers } from './room.js';

/** Offers of waiting conversations to agents: made, accepted, declined, timed out. Their time is the database's alone. */
@Injectable()
export class Offers {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly relay: OutboxRelay,
    private readonly handoff: Handoff,
    private readonly presence: Presence,
  ) {}

  /** Null, and nothing is changed, when the conversation no longer waits, is on offer already, or the agent has no room or another offer. */
  async offer(
    workspaceId: string,
    conversationId: string,
    agentId: string,
    seconds: number,
  ): Promise<OfferView | null> {
    const assignment = await this.db.$transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspaceId, conversationId);
      const open = await tx.assignment.count({ where: { conversationId, workspaceId, status: 'offered' } });
      if (conversation.ownerType !== 'queue' || open > 0) return null;
      if (!(await hasRoom(tx, workspaceId, agentId)) || (await openOffers(tx, workspaceId, agentId)) > 0) return null;
      const [offered] = await tx.$queryRaw<Assignment[]>`
        WITH assigned AS (UPDATE agent_status SET "lastAssignedAt" = now() WHERE "userId" = ${agentId}::uuid)
        INSERT INTO assignment (id, "workspaceId", "conversationId", "agentId", status, "expiresAt")
        VALUES (${uuidv7()}::uuid, ${workspaceId}::uuid, ${conversationId}::uuid, ${agentId}::uuid, 'offered',
          now() + make_interval(secs => ${seconds}))
        RETURNING *`;
      return offered!;
    });
    const [found] = assignment ? await findItems(this.db, workspaceId, [conversationId]) : [];
    if (!assignment || !found) return null;
    const view = {
      assignmentId: assignment.id,
      conversation: found.item,
      expiresAt: assignment.expiresAt.toISOString(),
    };
    this.realtime.offered(agentId, view);
    return view;
  }

  /** Accepting again what one has is the same success: the first answer may have been lost. Throws OFFER_GONE. */
  async accept(agent: AgentActor, assignmentId: string): Promise<ConversationItem> {
    const { workspaceId, userId: agentId } = agent;
    const offer = await this.db.assignment.findFirst({ where: { id: assignmentId, workspaceId, agentId } });
    if (!offer) throw new BatonError('OFFER_GONE');
    return this.handoff.move(workspaceId, offer.conversationId, async (tx, conversation) => {
      const mine = Prisma.sql`id = ${assignmentId}::uuid AND "expiresAt" > now()`;
      const [accepted] = await endOffers(tx, workspaceId, 'accepted', mine);
      if (accepted) await answered(tx, agentId);
      if (accepted) return this.handoff.giveToAgent(tx, conversation, { type: 'accept', agentId }, agent, assignmentId);
      if (!(await isAccepted(tx, assignmentId, conversation, agentId))) throw new BatonError('OFFER_GONE');
      return { messages: [], withdrawn: [] };
    });
  }

  /** The agent declines; the conversation goes on to the next. */
  async decline(agent: AgentActor, assignmentId: string): Promise<void> {
    const mine = Prisma.sql`id = ${assignmentId}::uuid AND "agentId" = ${agent.userId}::uuid`;
    await this.goOn(agent.workspaceId, 'declined', mine);
  }

  /** An unanswered offer ends once its time is up, and the conversation goes on; earlier calls change nothing. */
  async timeOut(workspaceId: string, assignmentId: string): Promise<void> {
    const expired = Prisma.sql`id = ${assignmentId}::uuid AND "expiresAt" <= now()`;
    await this.goOn(workspaceId, 'timed_out', expired);
  }

  private async goOn(workspaceId: string, status: 'declined' | 'timed_out', which: Prisma.Sql): Promise<void> {
    const ended = await this.db.$transaction(async (tx) => {
      const rows = await endOffers(tx, workspaceId, status, which);
      if (rows.length > 0) {
        for (const { agentId } of rows) await (status === 'timed_out' ? missed : answered)(tx, agentId);
        await tx.outbox.create({
          data: { id: uuidv7(), workspaceId, topic: 'escalation', payload: { type: 'route', workspaceId } },
        });
      }
      return rows;
    });
    this.relay.wake();
    for (const { id, agentId } of ended) {
      this.realtime.withdrawn(agentId, id);
      if (status === 'timed_out') await this.presence.changed({ workspaceId, userId: agentId });
    }
  }
}

/** In a row, after which an agent is taken for away. */
const missedUntilAway = 2;

async function missed(tx: Transaction, agentId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE agent_status SET "missedOffers" = "missedOffers" + 1,
      status = CASE WHEN "missedOffers" + 1 >= ${missedUntilAway} THEN 'away' ELSE status END
    WHERE "userId" = ${agentId}::uuid`;
}

async function answered(tx: Transaction, agentId: string): Promise<void> {
  await tx.agentStatus.updateMany({ where: { userId: agentId }, data: { missedOffers: 0 } });
}

/** Ends those offers of the workspace that are open. Returns the ones that it ended. */
function endOffers(
  tx: Transaction,
  workspaceId: string,
  status: 'accepted' | 'declined' | 'timed_out',
  which: Prisma.Sql,
): Promise<Assignment[]> {
  return tx.$queryRaw<Assignment[]>`
    UPDATE assignment SET status = ${status}::"AssignmentStatus", "endedAt" = now(),
      "acceptedAt" = ${status === 'accepted' ? Prisma.sql`now()` : Prisma.sql`NULL`}
    WHERE "workspaceId" = ${workspaceId}::uuid AND status = 'offered' AND ${which} RETURNING *`;
}

async function isAccepted(tx: Transaction, id: string, conversation: Conversation, agentId: string): Promise<boolean> {
  const accepted = await tx.assignment.count({ where: { id, conversationId: conversation.id, status: 'accepted' } });
  return accepted > 0 && conversation.ownerId === agentId;
}
