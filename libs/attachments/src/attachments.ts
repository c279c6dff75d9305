import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, maxAttachmentBytes, type AttachmentView } from '#contracts';
import { DATABASE, type Attachment, type Database } from '#database';
import { fittingName, kindOf } from './kind.js';
import { withoutMetadata } from './metadata/without-metadata.js';
import { attachmentStore } from './store/configured-store.js';

/** Who uploads, and alone may send it with a message. */
export interface Uploader {
  workspaceId: string;
  senderType: 'contact' | 'agent';
  senderId: string;
}

export interface AttachmentContent {
  attachment: Attachment;
  content: Uint8Array;
}

/** An upload whose message never came goes after this time, hours. */
const unsentHours = 24;
/** Files removed in one go. */
const batch = 500;

@Injectable()
export class Attachments {
  private readonly store = attachmentStore();

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Keeps a file until a message names it; of a picture, without where and by whom it was taken. */
  async upload({ workspaceId, ...sender }: Uploader, name: string, uploaded: Uint8Array): Promise<AttachmentView> {
    if (uploaded.byteLength === 0) throw new BatonError('ATTACHMENT_EMPTY');
    if (uploaded.byteLength > maxAttachmentBytes) throw new BatonError('ATTACHMENT_TOO_LARGE');
    const kind = await kindOf(uploaded, name);
    const content = withoutMetadata(uploaded, kind.mediaType);
    const id = uuidv7();
    const storageKey = `${workspaceId}/${id}`;
    const facts = { name: fittingName(name, kind.mediaType), bytes: content.byteLength, storageKey };
    // The row first: a file that no row names would never be removed.
    const row = await this.db.attachment.create({ data: { id, workspaceId, ...sender, ...kind, ...facts } });
    await this.store.put(storageKey, content, kind.mediaType);
    return attachmentView(row);
  }

  /** With whatever message of the workspace. */
  async forAgent(workspaceId: string, id: string): Promise<AttachmentContent> {
    return this.content(await this.db.attachment.findFirst({ where: { id, workspaceId, messageId: { not: null } } }));
  }

  /** Of the contact's own conversation; what only agents see is not there. */
  async forContact(
    of: { workspaceId: string; contactId: string; inboxId: string },
    id: string,
  ): Promise<AttachmentContent> {
    const [row] = await this.db.$queryRaw<Attachment[]>`
      SELECT a.* FROM attachment a JOIN message m ON m.id = a."messageId" JOIN conversation c ON c.id = m."conversationId"
      WHERE a.id = ${id}::uuid AND a."workspaceId" = ${of.workspaceId}::uuid AND m.kind <> 'note'
        AND c."contactId" = ${of.contactId}::uuid AND c."inboxId" = ${of.inboxId}::uuid`;
    return this.content(row ?? null);
  }

  async ofMessages(workspaceId: string, messageIds: string[]): Promise<AttachmentContent[]> {
    const rows = await this.db.attachment.findMany({ where: { workspaceId, messageId: { in: messageIds } } });
    return Promise.all(rows.map((row) => this.content(row)));
  }

  /** Files whose message never came, or whose conversation is gone. */
  async removeLeftovers(): Promise<number> {
    const rows = await this.db.$queryRaw<Pick<Attachment, 'id' | 'storageKey'>[]>`
      SELECT id, "storageKey" FROM attachment a
      WHERE "messageId" IS NULL AND "createdAt" < now() - make_interval(hours => ${unsentHours})
        OR "messageId" IS NOT NULL AND NOT EXISTS (SELECT FROM message WHERE id = a."messageId")
      LIMIT ${batch}`;
    for (const { storageKey } of rows) await this.store.remove(storageKey);
    await this.db.$executeRaw`DELETE FROM attachment WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`;
    return rows.length;
  }

  private async content(attachment: Attachment | null): Promise<AttachmentContent> {
    const content = attachment && (await this.store.get(attachment.storageKey));
    if (!content) throw new BatonError('NOT_FOUND');
    return { attachment, content };
  }
}

export function attachmentView({ id, name, mediaType, bytes, width, height }: Attachment): AttachmentView {
  return { id, name, mediaType, bytes, width, height };
}
