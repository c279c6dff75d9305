import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { AttachmentView, OutboxPayload, SendReceipt, VisitorSyncPage } from '#contracts';
import { loadConfig } from '#config';
import {
  DATABASE,
  Prisma,
  Statements,
  type Conversation,
  type Database,
  type Message,
  type RawQueries,
  type Transaction,
} from '#database';
import { askWhatAbout, languageOf, loneTurn, requestBefore, type EarlierMessage } from '#decision';
import type { ContactActor } from '../actors.js';
import { bindUploads, extrasOf, lockUploads, namesOf, type MessageExtras } from '../attachments.js';
import {
  appendAtOnce,
  appendMessage,
  DuplicateMessage,
  lockConversation,
  storedMessage,
  type MessageDraft,
} from '../append.js';
import { earlierMessages } from '../earlier.js';
import { replyId } from '../reply-id.js';
import { OutboxRelay } from '#messaging';
import { reopen, reopensSoon } from '../handoff/reopen.js';
import { wake } from '../handoff/snoozes.js';
import { moveToQueue } from '../handoff/waiting-line.js';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';
import { transition } from '../state.js';
import { findViews, firstPage, messageView } from '../inbox/views.js';

const syncPageSize = 200;

interface ContactText {
  clientMessageId: string;
  text: string;
  /** Uploads of this contact. */
  attachmentIds?: string[];
}

/** What a visitor does: send, ask for a person, catch up. */
@Injectable()
export class ContactMessages {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly statements: Statements,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  /** Stores the message once per `clientMessageId`; the bot is asked in the same transaction if it owns the conversation. */
  async send(actor: ContactActor, input: ContactText): Promise<SendReceipt> {
    const plain = (input.attachmentIds ?? []).length === 0;
    return (plain ? await this.append(actor, input) : null) ?? this.open(actor, input);
  }

  /**
   * "Talk to a person": never depends on the model. While the person is fetched the bot asks what it is about, where the episode does not
   * say. Asked again while it is with people, it answers with the first receipt.
   */
  async requestHuman(actor: ContactActor, clientMessageId: string): Promise<SendReceipt> {
    const work = async (tx: Transaction, conversation: Conversation) => {
      if (conversation.ownerType !== 'bot') throw new WithPeople(await lastRequest(tx, conversation, clientMessageId));
      const draft: MessageDraft = {
        ...fromContact(actor),
        kind: 'activity',
        text: '',
        activity: { code: 'asked_for_person', params: {} },
        clientMessageId,
      };
      if (await reopensSoon(tx, conversation.id)) return reopen(tx, conversation, draft);
      const reopened = transition(conversation, { type: 'contact_message' });
      const asked = await appendMessage(tx, conversation, draft, reopened.ok ? reopened.state : conversation);
      const { lastMessagePreview, lastSenderType } = conversation;
      const question = await whatAbout(tx, conversation, asked);
      const said = question ? [await appendMessage(tx, conversation, question)] : [];
      Object.assign(conversation, { lastMessagePreview, lastSenderType }); // agents look for what the customer wrote
      const why = { reason: 'customer_request', urgent: false } as const;
      return [asked, ...said, ...(await moveToQueue(tx, conversation, why, asked.id))];
    };
    return this.write(actor, clientMessageId, ({ id }) =>
      this.db.$transaction(async (tx) => work(tx, await lockConversation(tx, actor.workspaceId, id))),
    ).catch((error: unknown) => {
      if (error instanceof WithPeople) return receipt(error.request);
      throw error;
    });
  }

  /** Shown to the agents who look at the conversation; there is none before the first message. */
  async typing(actor: ContactActor, typing: boolean): Promise<void> {
    const conversation = await this.find(actor);
    if (conversation) this.realtime.contactTyping(conversation.id, typing);
  }

  /** Everything after `lastSeq` that the visitor may see, a page at a time, from the database. */
  async sync(actor: ContactActor, lastSeq: number): Promise<VisitorSyncPage> {
    const conversation = await this.find(actor);
    if (!conversation) return { conversation: null, messages: [], hasMore: false };
    const messages = await this.db.message.findMany({
      where: {
        workspaceId: actor.workspaceId,
        conversationId: conversation.id,
        seq: { gt: lastSeq },
        kind: { not: 'note' },
      },
      orderBy: { seq: 'asc' },
      take: syncPageSize + 1,
    });
    const { presenceLeaseSeconds } = loadConfig();
    const [found] = await findViews(this.statements, actor.workspaceId, [conversation.id], presenceLeaseSeconds);
    const page = firstPage(messages, syncPageSize);
    const ids = page.map((message) => message.id);
    const extras = await extrasOf(this.statements, ids, 'visitor');
    return {
      conversation: found!.visitor,
      messages: page.map((message) => messageView(message, 'visitor', extras.get(message.id))),
      hasMore: messages.length > page.length,
    };
  }

  /** The contact's conversation in its inbox, or null before the first message. */
  async find({ workspaceId, contactId, inboxId }: ContactActor): Promise<Conversation | null> {
    const [row] = await this.statements.$queryRaw<Conversation[]>`
      SELECT * FROM conversation WHERE "contactId" = ${contactId}::uuid AND "inboxId" = ${inboxId}::uuid
        AND "workspaceId" = ${workspaceId}::uuid`;
    return row ?? null;
  }

  /** To a conversation that goes on, as nearly every message is: one statement. Null where it has to be opened first. */
  private async append(
    actor: ContactActor,
    { clientMessageId, text }: { clientMessageId: string; text: string },
  ): Promise<SendReceipt | null> {
    const { workspaceId, contactId, inboxId } = actor;
    const [id, outboxId] = [uuidv7(), uuidv7()];
    const goesOn = Prisma.sql`c."contactId" = ${contactId}::uuid AND c."inboxId" = ${inboxId}::uuid
      AND c."workspaceId" = ${workspaceId}::uuid AND c.status NOT IN ('resolved', 'snoozed') AND c."episodeId" IS NOT NULL`;
    const askTheBot = Prisma.sql`, relayed AS (
      INSERT INTO outbox (id, "workspaceId", topic, payload)
      SELECT ${outboxId}::uuid, "workspaceId", 'inference',
        jsonb_build_object('workspaceId', "workspaceId", 'conversationId', id, 'messageId', ${id}::uuid)
      FROM moved WHERE "ownerType" = 'bot')`;
    const draft = { id, kind: 'inbound', senderType: 'contact', senderId: contactId, text, clientMessageId } as const;
    try {
      const message = await appendAtOnce(this.statements, goesOn, draft, askTheBot);
      if (!message) return null;
      const { conversationId, awaitingDecision } = message;
      const job = { workspaceId, conversationId, messageId: id };
      if (awaitingDecision) this.relay.deliver({ id: outboxId, payload: { topic: 'inference', job } });
      this.news.plainMessage(contactId, message);
      return receipt(message);
    } catch (error) {
      if (!(error instanceof DuplicateMessage)) throw error;
      const conversationId = (await this.find(actor))!.id;
      return receipt(await storedMessage(this.db, { workspaceId, conversationId, clientMessageId }));
    }
  }

  /** The first message of a conversation, one that opens a resolved one again or wakes a snoozed one, or one with files. */
  private async open(actor: ContactActor, input: ContactText): Promise<SendReceipt> {
    const { clientMessageId, attachmentIds = [] } = input;
    const extras: MessageExtras = {};
    const work = async (tx: RawQueries, conversation: Conversation) => {
      const uploads = await this.uploads(tx, actor, conversation, clientMessageId, attachmentIds);
      const next = transition(conversation, { type: 'contact_message' });
      const state = next.ok ? next.state : conversation;
      const forBot = state.ownerType === 'bot';
      const draft: MessageDraft = {
        ...fromContact(actor),
        kind: 'inbound',
        text: input.text,
        preview: namesOf(uploads),
        clientMessageId,
        awaitingDecision: forBot,
      };
      const ask = (messageId: string): OutboxPayload => ({
        topic: 'inference',
        job: { workspaceId: actor.workspaceId, conversationId: conversation.id, messageId },
      });
      const message = await appendMessage(tx, conversation, draft, state, forBot ? ask : undefined);
      await bindUploads(tx, message, uploads);
      extras.attachments = uploads;
      return [message];
    };
    const transact = async ({ id, status }: Conversation): Promise<Message[]> => {
      if (status === 'resolved' && (await reopensSoon(this.statements, id))) {
        const reopened = await this.db.$transaction(async (tx) => {
          const conversation = await lockConversation(tx, actor.workspaceId, id);
          if (conversation.status !== 'resolved') return null;
          const uploads = await this.uploads(tx, actor, conversation, clientMessageId, attachmentIds);
          const says = { kind: 'inbound', text: input.text, preview: namesOf(uploads), clientMessageId } as const;
          const [message, ...more] = await reopen(tx, conversation, { ...fromContact(actor), ...says });
          await bindUploads(tx, message!, uploads);
          extras.attachments = uploads;
          return [message!, ...more];
        });
        if (reopened) return reopened;
      }
      if (status !== 'snoozed') {
        return this.statements.$transaction(async (tx) => work(tx, await lockConversation(tx, actor.workspaceId, id)));
      }
      return this.db.$transaction(async (tx) => {
        const conversation = await lockConversation(tx, actor.workspaceId, id);
        return [...(await work(tx, conversation)), ...(await wake(tx, conversation))];
      });
    };
    return this.write(actor, clientMessageId, transact, extras);
  }

  /** Of a repeated send they are the stored message's already: it throws DuplicateMessage. */
  private async uploads(
    tx: RawQueries,
    { workspaceId, contactId }: ContactActor,
    { id }: Conversation,
    clientMessageId: string,
    ids: string[],
  ): Promise<AttachmentView[]> {
    if (ids.length === 0) return [];
    const [repeated] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM message WHERE "conversationId" = ${id}::uuid AND "clientMessageId" = ${clientMessageId}::uuid`;
    if (repeated) throw new DuplicateMessage();
    return lockUploads(tx, workspaceId, contactId, ids);
  }

  /** One transaction on the contact's conversation, which the first message creates. The first message returned is the receipt's. */
  private async write(
    actor: ContactActor,
    clientMessageId: string,
    transact: (conversation: Conversation) => Promise<Message[]>,
    extras?: MessageExtras,
  ): Promise<SendReceipt> {
    const conversation = (await this.find(actor)) ?? (await this.create(actor));
    const { workspaceId } = actor;
    try {
      const messages = await transact(conversation);
      this.relay.wake();
      for (const message of messages) this.news.message(actor.contactId, message, extras);
      return receipt(messages[0]!);
    } catch (error) {
      if (!(error instanceof DuplicateMessage)) throw error;
      const where = { workspaceId, conversationId: conversation.id, clientMessageId };
      return receipt(await storedMessage(this.db, where));
    }
  }

  private async create(actor: ContactActor): Promise<Conversation> {
    const { workspaceId, contactId, inboxId } = actor;
    const [row] = await this.statements.$queryRaw<Conversation[]>`
      INSERT INTO conversation (id, "workspaceId", "contactId", "inboxId")
      VALUES (${uuidv7()}::uuid, ${workspaceId}::uuid, ${contactId}::uuid, ${inboxId}::uuid)
      ON CONFLICT DO NOTHING RETURNING *`;
    return row ?? (await this.find(actor))!;
  }
}

function fromContact({ contactId }: ContactActor) {
  return { senderType: 'contact', senderId: contactId } as const;
}

function receipt(message: Message): SendReceipt {
  return { id: message.id, seq: message.seq, conversationId: message.conversationId };
}

/** What the bot asks a visitor who wants a person and has not said why; null where a message of the episode says it. */
async function whatAbout(tx: Transaction, { id }: Conversation, asked: Message): Promise<MessageDraft | null> {
  const [said] = await tx.$queryRaw<{ locale: string | null; shopLocale: string; earlier: EarlierMessage[] }[]>`
    SELECT e.locale, w.locale AS "shopLocale", ${earlierMessages(Prisma.sql`true`)} AS earlier
    FROM conversation c JOIN episode e ON e.id = c."episodeId" JOIN workspace w ON w.id = c."workspaceId"
    WHERE c.id = ${id}::uuid`;
  const { locale, shopLocale, earlier } = said!;
  if (requestBefore({ earlier }) !== null) return null;
  const language = languageOf({ ...loneTurn('', asked.createdAt), earlier, locale }, shopLocale);
  const reply = { kind: 'outbound', senderType: 'bot', clientMessageId: replyId(asked.id, 0) } as const;
  return { ...askWhatAbout(language), ...reply };
}

/** The conversation is with people already: nothing to write, and this is the message to answer with. */
class WithPeople extends Error {
  constructor(readonly request: Message) {
    super();
  }
}

/** This very request, else the visitor's last one, else the last message: what is known handed it over. */
async function lastRequest(tx: Transaction, conversation: Conversation, clientMessageId: string): Promise<Message> {
  const [message] = await tx.$queryRaw<Message[]>`
    SELECT * FROM message WHERE "conversationId" = ${conversation.id}::uuid AND kind <> 'note'
      AND seq >= (SELECT "firstSeq" FROM episode WHERE id = ${conversation.episodeId}::uuid)
    ORDER BY "clientMessageId" = ${clientMessageId}::uuid DESC, kind = 'activity' AND "senderType" = 'contact' DESC, seq DESC
    LIMIT 1`;
  if (!message) throw new Error(`Conversation ${conversation.id} is with people and has no message`);
  return message;
}
