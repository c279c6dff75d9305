import { Injectable } from '@nestjs/common';
import { Statements, type Conversation } from '#database';
import { Realtime } from '#realtime';
import type { AgentActor, ContactActor } from '../actors.js';
import { contactSeen } from '../inbox/views.js';

/** How far each side has received and read what the other wrote. */
@Injectable()
export class Receipts {
  constructor(
    private readonly statements: Statements,
    private readonly realtime: Realtime,
  ) {}

  /** Never back, and never beyond what there is to see. */
  async seenByContact(actor: ContactActor, seen: { deliveredSeq: number; readSeq: number }): Promise<void> {
    const { workspaceId, contactId, inboxId } = actor;
    const delivered = Math.max(seen.deliveredSeq, seen.readSeq);
    const [row] = await this.statements.$queryRaw<Conversation[]>`
      UPDATE conversation SET
        "contactDeliveredAt" = CASE WHEN "contactDeliveredSeq" < least(${delivered}::int, "lastPublicSeq") THEN now() ELSE "contactDeliveredAt" END,
        "contactDeliveredSeq" = greatest("contactDeliveredSeq", least(${delivered}::int, "lastPublicSeq")),
        "contactReadAt" = CASE WHEN "contactReadSeq" < least(${seen.readSeq}::int, "lastPublicSeq") THEN now() ELSE "contactReadAt" END,
        "contactReadSeq" = greatest("contactReadSeq", least(${seen.readSeq}::int, "lastPublicSeq"))
      WHERE "contactId" = ${contactId}::uuid AND "inboxId" = ${inboxId}::uuid AND "workspaceId" = ${workspaceId}::uuid
        AND ("contactDeliveredSeq" < least(${delivered}::int, "lastPublicSeq")
          OR "contactReadSeq" < least(${seen.readSeq}::int, "lastPublicSeq"))
      RETURNING *`;
    if (row) this.realtime.contactSeen(row.id, contactSeen(row));
  }

  /** The visitor hears of it from the owner alone: who looks over a colleague's shoulder does not answer. */
  async readByAgent({ workspaceId, userId }: AgentActor, conversationId: string, seq: number): Promise<void> {
    const [row] = await this.statements.$queryRaw<Conversation[]>`
      UPDATE conversation SET "agentReadSeq" = least(${seq}::int, "nextSeq" - 1)
      WHERE id = ${conversationId}::uuid AND "workspaceId" = ${workspaceId}::uuid AND "ownerId" = ${userId}::uuid
        AND "agentReadSeq" < least(${seq}::int, "nextSeq" - 1)
      RETURNING *`;
    if (row) this.realtime.agentRead(row.contactId, row.agentReadSeq);
  }
}
