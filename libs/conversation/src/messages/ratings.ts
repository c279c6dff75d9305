import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError } from '#contracts';
import { Statements, type CsatResponse, type Message } from '#database';
import { tellWebhooks } from '#webhooks';
import type { ContactActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { ChangeNews } from '../inbox/change-news.js';

/** What customers say of an episode once it is closed: a score, and then perhaps why. Once each. */
@Injectable()
export class Ratings {
  constructor(
    private readonly statements: Statements,
    private readonly news: ChangeNews,
  ) {}

  /** Throws RATING_CLOSED. Said again it changes nothing. */
  async rate(actor: ContactActor, { score, comment }: { score: number; comment: string }): Promise<void> {
    const { workspaceId, contactId, inboxId } = actor;
    const written = await this.statements.$transaction(async (tx) => {
      const [found] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM conversation WHERE "contactId" = ${contactId}::uuid AND "inboxId" = ${inboxId}::uuid
          AND "workspaceId" = ${workspaceId}::uuid AND status = 'resolved'`;
      if (!found) throw new BatonError('RATING_CLOSED');
      const conversation = await lockConversation(tx, workspaceId, found.id);
      const { episodeId, status } = conversation;
      if (status !== 'resolved' || !episodeId) throw new BatonError('RATING_CLOSED');
      const [before] = await tx.$queryRaw<CsatResponse[]>`
        SELECT * FROM csat_response WHERE "episodeId" = ${episodeId}::uuid`;
      const messages: Message[] = [];
      if (!before) {
        const csatResponseId = uuidv7();
        await tx.$executeRaw`
          INSERT INTO csat_response (id, "workspaceId", "conversationId", "episodeId", score, comment, "answeredBy", "agentId")
          SELECT ${csatResponseId}::uuid, e."workspaceId", e."conversationId", e.id, ${score}::int, ${comment},
            CASE WHEN spoke."senderId" IS NULL THEN 'bot' ELSE 'agent' END::"CsatAnsweredBy", spoke."senderId"
          FROM episode e LEFT JOIN LATERAL (
            SELECT m."senderId" FROM message m WHERE m."conversationId" = e."conversationId" AND m.seq BETWEEN e."firstSeq" AND e."lastSeq"
              AND m.kind = 'outbound' AND m."senderType" = 'agent' ORDER BY m.seq DESC LIMIT 1) spoke ON true
          WHERE e.id = ${episodeId}::uuid`;
        await tellWebhooks(tx, workspaceId, 'csat.submitted', { csatResponseId });
        const rated = { ...activityDraft({ code: 'rated', params: { score } }), senderType: 'contact' } as const;
        messages.push(await appendMessage(tx, conversation, rated));
      }
      if (comment !== '' && (before?.comment ?? '') === '') {
        await tx.$executeRaw`UPDATE csat_response SET comment = ${comment} WHERE "episodeId" = ${episodeId}::uuid`;
        const why = activityDraft({ code: 'rating_explained', params: { comment } });
        messages.push(await appendMessage(tx, conversation, { ...why, senderType: 'contact' }));
      }
      return messages;
    });
    for (const message of written) this.news.message(contactId, message);
  }
}
