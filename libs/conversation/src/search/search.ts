import { Inject, Injectable } from '@nestjs/common';
import type { MessageKind, SearchHit, SearchPage, SenderType } from '#contracts';
import { DATABASE, Prisma, type Database } from '#database';
import type { AgentActor } from '../actors.js';
import { findItems } from '../inbox/views.js';
import { excerpt, markedWords } from './excerpt.js';
import { searchTerms, type SearchTerm } from './terms.js';

/** Conversations a page, and messages shown of each. */
const pageSize = 20;
const hitsEach = 3;
/** Of the newest messages, looked through before the index is asked: a frequent word has a page of results among them. */
const newest = 10_000;

interface Found {
  messageId: string;
  conversationId: string;
}

/** As the index contact_search has it. */
const contactDocument = Prisma.sql`search_document(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce("externalId", ''))`;

/** Full text of messages and contacts. */
@Injectable()
export class Search {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Conversations of contacts that match, on the first page; then those with messages that match, the newest first. */
  async search(agent: AgentActor, typed: string, before?: string): Promise<SearchPage> {
    const terms = searchTerms(typed);
    if (terms.length === 0) return { results: [], next: null };
    const query = tsquery(terms);
    const [ofContacts, found] = await Promise.all([
      before ? [] : this.conversationsOfContacts(agent, terms),
      this.messages(agent, query, before),
    ]);
    const groups = grouped(found);
    const shown = groups.slice(0, pageSize);
    const more = groups.length > pageSize;
    const hits = await this.hits(
      agent,
      query,
      shown.flatMap(({ messageIds }) => messageIds.slice(0, hitsEach)),
    );
    const ids = [...new Set([...ofContacts, ...shown.map(({ conversationId }) => conversationId)])];
    const items = new Map((await findItems(this.db, agent.workspaceId, ids)).map(({ item }) => [item.id, item]));
    const results = ids.flatMap((id) => {
      const conversation = items.get(id);
      return conversation ? [{ conversation, hits: hits.get(id) ?? [] }] : [];
    });
    return { results, next: more ? shown.at(-1)!.messageIds.at(-1)! : null };
  }

  /**
   * The newest messages that match, enough for a page. A frequent word would make the index return a large part of the table: the newest
   * messages are looked through first, and where they hold a page of results nothing else is read.
   */
  private async messages(agent: AgentActor, query: Prisma.Sql, before?: string): Promise<Found[]> {
    const { workspaceId } = agent;
    const older = before ? Prisma.sql`AND "messageId" < ${before}::uuid` : Prisma.empty;
    const recent = await this.db.$queryRaw<Found[]>`
      SELECT "messageId", "conversationId" FROM (
        SELECT * FROM message_search WHERE true ${older} ORDER BY "messageId" DESC LIMIT ${newest}
      ) recent
      WHERE document @@ ${query} AND "workspaceId" = ${workspaceId}::uuid ORDER BY "messageId" DESC`;
    if (grouped(recent).length > pageSize) return recent;
    return this.db.$queryRaw<Found[]>`
      WITH matching AS MATERIALIZED (
        SELECT "messageId", "conversationId" FROM message_search
        WHERE document @@ ${query} AND "workspaceId" = ${workspaceId}::uuid ${older})
      SELECT * FROM matching ORDER BY "messageId" DESC LIMIT ${newest}`;
  }

  /** Those written to last. */
  private async conversationsOfContacts({ workspaceId }: AgentActor, terms: SearchTerm[]): Promise<string[]> {
    const rows = await this.db.$queryRaw<{ id: string }[]>`
      WITH matching AS MATERIALIZED (
        SELECT id FROM contact WHERE ${contactDocument} @@ ${tsquery(terms)} AND "workspaceId" = ${workspaceId}::uuid LIMIT 1000)
      SELECT c.id FROM conversation c JOIN matching ON matching.id = c."contactId"
      WHERE c."workspaceId" = ${workspaceId}::uuid ORDER BY c."lastMessageAt" DESC LIMIT ${pageSize}`;
    return rows.map(({ id }) => id);
  }

  private async hits({ workspaceId }: AgentActor, query: Prisma.Sql, ids: string[]): Promise<Map<string, SearchHit[]>> {
    const rows = await this.db.$queryRaw<HitRow[]>`
      SELECT m.id, m."conversationId", m.seq, m.kind, m."senderType", m."createdAt", m.text,
        ${markedWords(query)} AS marked
      FROM (SELECT *, search_words(text) AS words FROM message) m
      WHERE m.id = ANY(${ids}::uuid[]) AND m."workspaceId" = ${workspaceId}::uuid ORDER BY m.id DESC`;
    const hits = new Map<string, SearchHit[]>();
    for (const { id: messageId, conversationId, seq, kind, senderType, createdAt, text, marked } of rows) {
      const hit = {
        messageId,
        seq,
        kind,
        senderType,
        createdAt: createdAt.toISOString(),
        excerpt: excerpt(text, marked),
      };
      hits.set(conversationId, [...(hits.get(conversationId) ?? []), hit]);
    }
    return hits;
  }
}

interface HitRow {
  id: string;
  conversationId: string;
  seq: number;
  kind: MessageKind;
  senderType: SenderType;
  createdAt: Date;
  text: string;
  /** Of markedWords. */
  marked: string;
}

/** All of the words, each as it stands or by its stem in any of the languages. */
function tsquery(terms: SearchTerm[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    terms.map(({ word, prefix }) => Prisma.sql`search_term(${word}, ${prefix})`),
    ' && ',
  )})`;
}

/** By conversation, in the order of each one's newest message. */
function grouped(found: Found[]): { conversationId: string; messageIds: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { messageId, conversationId } of found) {
    groups.set(conversationId, [...(groups.get(conversationId) ?? []), messageId]);
  }
  return [...groups].map(([conversationId, messageIds]) => ({ conversationId, messageIds }));
}
