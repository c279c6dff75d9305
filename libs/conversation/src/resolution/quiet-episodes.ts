import { Injectable } from '@nestjs/common';
import { Statements, type RawQueries } from '#database';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { ChangeNews } from '../inbox/change-news.js';
import { transition } from '../state.js';
import { quietOutcome, type QuietFacts } from './quiet-outcome.js';

export interface QuietConversation {
  workspaceId: string;
  conversationId: string;
}

/** Episodes that the bot closes itself, so that lists, context and figures end where the talk did. */
@Injectable()
export class QuietEpisodes {
  constructor(
    private readonly statements: Statements,
    private readonly news: ChangeNews,
  ) {}

  /** Conversations of the bot in which nothing came for their workspace's quiet time, longest first: the sweep's work. */
  async due(limit = 50): Promise<QuietConversation[]> {
    return this.statements.$queryRaw<QuietConversation[]>`
      SELECT c."workspaceId", c.id AS "conversationId"
      FROM workspace w JOIN conversation c ON c."workspaceId" = w.id AND c.status = 'bot'
        AND c."lastMessageAt" <= now() - make_interval(mins => w."quietMinutes")
      WHERE c."episodeId" IS NOT NULL
        AND NOT EXISTS (SELECT FROM message m WHERE m."conversationId" = c.id AND m."awaitingDecision")
      ORDER BY c."lastMessageAt" LIMIT ${limit}`;
  }

  /** Does nothing when something has happened meanwhile. */
  async close({ workspaceId, conversationId }: QuietConversation): Promise<void> {
    const closed = await this.statements.$transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspaceId, conversationId);
      const next = transition(conversation, { type: 'close_quiet' });
      const outcome = next.ok ? quietOutcome(await readFacts(tx, conversationId)) : null;
      if (!next.ok || !outcome) return null;
      const draft = {
        ...activityDraft({ code: 'closed_by_bot', params: {} }),
        closes: { by: 'bot', outcome },
      } as const;
      return { contactId: conversation.contactId, message: await appendMessage(tx, conversation, draft, next.state) };
    });
    if (closed) this.news.message(closed.contactId, closed.message);
  }
}

async function readFacts(tx: RawQueries, conversationId: string): Promise<QuietFacts> {
  const [facts] = await tx.$queryRaw<QuietFacts[]>`
    SELECT extract(epoch FROM now() - c."lastMessageAt")::float8 AS "quietSeconds", w."quietMinutes" * 60 AS "limitSeconds",
      EXISTS (SELECT FROM message m WHERE m."conversationId" = c.id AND m."awaitingDecision") AS "decisionOwed",
      EXISTS (SELECT FROM message m WHERE m."conversationId" = c.id AND m.seq >= e."firstSeq"
        AND m.activity->>'code' IN ('joined', 'taken_over', 'returned')) AS "agentJoined",
      (SELECT m."senderType" FROM message m WHERE m."conversationId" = c.id AND m.seq >= e."firstSeq"
        AND m.kind IN ('inbound', 'outbound') ORDER BY m.seq DESC LIMIT 1) AS "lastSpeaker",
      (SELECT d.kind FROM decision d JOIN message m ON m.id = d."messageId"
        WHERE d."conversationId" = c.id AND m.seq >= e."firstSeq" AND d.kind <> 'small_talk' ORDER BY m.seq DESC LIMIT 1) AS "lastDecision"
    FROM conversation c JOIN workspace w ON w.id = c."workspaceId" JOIN episode e ON e.id = c."episodeId"
    WHERE c.id = ${conversationId}::uuid`;
  return facts!;
}
