import { Inject, Injectable } from '@nestjs/common';
import { recordChange, type IntegrationActor, type SettingsActor } from '#administration';
import {
  attributeValues,
  type ChangeContact,
  type ContactDetail,
  type ContactEpisode,
  type ContactSummary,
} from '#contracts';
import { actorName, DATABASE, Prisma, type Contact, type Database } from '#database';
import { conversationsOf, rootOf, samePerson } from './merging.js';

const mostEpisodes = 20;
const mostFound = 20;

@Injectable()
export class Contacts {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Of whoever this contact is, merged or not. Throws NOT_FOUND. */
  async detail(workspaceId: string, id: string): Promise<ContactDetail> {
    const contact = await rootOf(this.db, workspaceId, id);
    const ids = await samePerson(this.db, workspaceId, contact.id);
    const [merged, session, episodes, open] = await Promise.all([
      this.db.contact.findMany({ where: { workspaceId, mergedIntoId: contact.id }, orderBy: { id: 'asc' } }),
      this.db.contactSession.findFirst({ where: { workspaceId, contactId: { in: ids } }, orderBy: { id: 'desc' } }),
      this.episodes(workspaceId, ids),
      this.open(workspaceId, ids),
    ]);
    const { name, email, externalId, createdAt, attributes } = contact;
    return {
      ...{ id: contact.id, name, email, externalId, createdAt: createdAt.toISOString() },
      attributes: attributeValues.parse(attributes),
      locale: session?.locale ?? null,
      pageUrl: session?.pageUrl ?? null,
      userAgent: session?.userAgent ?? null,
      merged: merged.map(summary),
      episodes,
      open,
    };
  }

  /** By a part of name or e-mail; whoever was merged is found as the person that they are. */
  async search(workspaceId: string, search: string): Promise<ContactSummary[]> {
    const contains = { contains: search, mode: 'insensitive' } as const;
    const found = await this.db.contact.findMany({
      where: { workspaceId, mergedIntoId: null, OR: [{ name: contains }, { email: contains }] },
      orderBy: { id: 'desc' },
      take: mostFound,
    });
    return found.map(summary);
  }

  /** What is left out stays. Returns the conversations whose rows show the change. Throws NOT_FOUND. */
  async change(actor: SettingsActor | IntegrationActor, id: string, change: Partial<ChangeContact>): Promise<string[]> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const contact = await rootOf(tx, workspaceId, id);
      const before = kept(contact);
      await tx.contact.update({ where: { id: contact.id }, data: change });
      await recordChange(tx, actor, {
        ...{ action: 'contact.changed', subjectType: 'contact', subjectId: contact.id },
        ...{ before, after: { ...before, ...change } },
      });
      return conversationsOf(tx, workspaceId, await samePerson(tx, workspaceId, contact.id));
    });
  }

  private async episodes(workspaceId: string, contactIds: string[]): Promise<ContactEpisode[]> {
    const rows = await this.db.$queryRaw<(Omit<ContactEpisode, 'openedAt' | 'closedAt'> & Times)[]>`
      SELECT e."conversationId", inbox.name AS "inboxName", e."openedAt", e."closedAt", e."closedBy", e.outcome,
        (SELECT reason FROM escalation WHERE "episodeId" = e.id ORDER BY id LIMIT 1) AS reason,
        intent.title AS intent,
        ${actorName(workspaceId, Prisma.sql`resolution."agentId"`)} AS "agentName"
      FROM episode e JOIN conversation c ON c.id = e."conversationId" JOIN inbox ON inbox.id = c."inboxId"
        LEFT JOIN resolution ON resolution."episodeId" = e.id
        LEFT JOIN intent ON intent.id = resolution."intentId"
      WHERE e."workspaceId" = ${workspaceId}::uuid AND c."contactId" = ANY(${contactIds}::uuid[])
      ORDER BY e."openedAt" DESC, e.id DESC LIMIT ${mostEpisodes}`;
    return rows.map(({ openedAt, closedAt, ...row }) => ({
      ...row,
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    }));
  }

  private async open(workspaceId: string, contactIds: string[]): Promise<ContactDetail['open']> {
    const rows = await this.db.conversation.findMany({
      where: { workspaceId, contactId: { in: contactIds }, status: { not: 'resolved' }, episodeId: { not: null } },
      orderBy: { lastMessageAt: 'desc' },
      take: mostEpisodes,
    });
    const inboxes = await this.db.inbox.findMany({ where: { id: { in: rows.map(({ inboxId }) => inboxId) } } });
    const nameOf = new Map(inboxes.map(({ id, name }) => [id, name]));
    return rows.map(({ id, inboxId, status, lastMessagePreview, lastMessageAt }) => ({
      ...{ conversationId: id, inboxName: nameOf.get(inboxId) ?? '', status },
      preview: lastMessagePreview,
      lastMessageAt: lastMessageAt.toISOString(),
    }));
  }
}

interface Times {
  openedAt: Date;
  closedAt: Date | null;
}

function kept({ name, email, attributes }: Contact): ChangeContact {
  return { name, email, attributes: attributeValues.parse(attributes) };
}

function summary({ id, name, email }: Contact): ContactSummary {
  return { id, name, email };
}
