import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type ConversationItem, type EscalationReason } from '#contracts';
import { DATABASE, type Database } from '#database';
import { ChangeNews } from '../inbox/change-news.js';
import { Handoff, releaseAssignment } from './handoff.js';
import { passOn } from './waiting-line.js';

/** Says who is to have a conversation, whoever has it now: a person, or a team's waiting line. */
@Injectable()
export class Assigning {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly news: ChangeNews,
    private readonly handoff: Handoff,
  ) {}

  /** Without asking whether there is room. Throws AGENT_UNKNOWN or ALREADY_RESOLVED. */
  async toAgent(workspaceId: string, conversationId: string, agentId: string): Promise<ConversationItem> {
    const user = await this.db.user.findFirst({ where: { id: agentId, workspaceId, disabledAt: null } });
    if (!user) throw new BatonError('AGENT_UNKNOWN');
    return this.handoff.takeOver({ type: 'agent', workspaceId, userId: user.id, name: user.name }, conversationId);
  }

  /** Null: anybody's. Throws TEAM_UNKNOWN or ALREADY_RESOLVED. */
  async toTeam(
    workspaceId: string,
    conversationId: string,
    { teamId, reason }: { teamId: string | null; reason: EscalationReason },
  ): Promise<ConversationItem> {
    if (teamId && !(await this.db.team.findFirst({ where: { id: teamId, workspaceId } })))
      throw new BatonError('TEAM_UNKNOWN');
    const item = await this.handoff.move(workspaceId, conversationId, async (tx, conversation) => {
      await releaseAssignment(tx, conversation);
      const messages = await passOn(tx, conversation, { reason, urgent: false });
      await tx.conversation.update({ where: { id: conversationId, workspaceId }, data: { teamId } });
      // Written anew even where it waits already: those of the other team are free for it now.
      const route = { id: uuidv7(), workspaceId, topic: 'escalation', payload: { type: 'route', workspaceId } };
      await tx.outbox.create({ data: route });
      return { messages, withdrawn: [] };
    });
    this.news.conversationChanged(workspaceId, conversationId);
    return item;
  }
}
