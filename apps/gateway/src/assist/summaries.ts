import { Inject, Injectable } from '@nestjs/common';
import { orderNumbersIn } from '#actions';
import { BatonError, type ConversationSummary } from '#contracts';
import { DATABASE, type Database } from '#database';
import { summarySentences, type Said } from './summary.js';

/** Messages of the episode that are read. */
const mostRead = 400;

/** What an agent who comes to a long conversation has to know first. */
@Injectable()
export class Summaries {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Of the episode that is open, or was last. Throws CONVERSATION_UNKNOWN. */
  async ofConversation(workspaceId: string, conversationId: string): Promise<ConversationSummary> {
    const [row] = await this.db.$queryRaw<(Row | undefined)[]>`
      SELECT coalesce(e.locale, w.locale) AS locale, w."orderNumberPattern",
        (SELECT count(*)::int FROM message m WHERE m."conversationId" = c.id AND m.seq >= e."firstSeq"
          AND m.kind IN ('inbound', 'outbound')) AS "nMessages",
        ARRAY(SELECT json_build_object('seq', m.seq, 'text', m.text, 'smallTalk', coalesce(d.kind = 'small_talk', false))
          FROM message m LEFT JOIN decision d ON d."messageId" = m.id
          WHERE m."conversationId" = c.id AND m.seq >= e."firstSeq" AND m.kind = 'inbound' ORDER BY m.seq LIMIT ${mostRead}) AS said,
        ARRAY(SELECT intent.title FROM decision d JOIN message m ON m.id = d."messageId" JOIN intent ON intent.id = d."intentId"
          WHERE d."conversationId" = c.id AND d.kind = 'answer' AND m.seq >= e."firstSeq" ORDER BY m.seq) AS answered
      FROM conversation c JOIN workspace w ON w.id = c."workspaceId" LEFT JOIN episode e ON e.id = c."episodeId"
      WHERE c.id = ${conversationId}::uuid AND c."workspaceId" = ${workspaceId}::uuid`;
    if (!row) throw new BatonError('CONVERSATION_UNKNOWN');
    const { locale, orderNumberPattern, nMessages, said, answered } = row;
    const numbers = said.flatMap(({ text }) => orderNumbersIn(text, orderNumberPattern, false));
    return {
      nMessages,
      sentences: summarySentences(said, locale),
      orderNumbers: [...new Set(numbers)],
      answered: [...new Set(answered)],
    };
  }
}

interface Row {
  locale: string;
  orderNumberPattern: string;
  nMessages: number;
  said: Said[];
  answered: string[];
}
