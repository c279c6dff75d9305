import { Test } from '@nestjs/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll } from 'vitest';
import {
  AgentMessages,
  BotTurns,
  Closings,
  ContactMessages,
  ConversationChanges,
  ConversationModule,
  Handoff,
  Inbox,
  Offers,
  Presence,
  QuietEpisodes,
  Reading,
  Resolutions,
  Search,
  Snoozes,
  UndoResolve,
  type AgentActor,
  type ContactActor,
} from '#conversation';
import { DATABASE, DatabaseModule, type Database, type UserRole } from '#database';
import type { TestEnvironment } from './environment.js';

/** The conversation core in this process, on the environment's PostgreSQL and Redis; no sockets. Once per spec file. */
export async function startCore(environment: TestEnvironment) {
  Object.assign(process.env, environment);
  const module = await Test.createTestingModule({ imports: [DatabaseModule, ConversationModule] }).compile();
  await module.init();
  afterAll(() => module.close());
  const db = module.get<Database>(DATABASE);
  return {
    db,
    contactMessages: module.get(ContactMessages),
    botTurns: module.get(BotTurns),
    handoff: module.get(Handoff),
    offers: module.get(Offers),
    agentMessages: module.get(AgentMessages),
    resolutions: module.get(Resolutions),
    undoing: module.get(UndoResolve),
    closings: module.get(Closings),
    inbox: module.get(Inbox),
    presence: module.get(Presence),
    quietEpisodes: module.get(QuietEpisodes),
    changes: module.get(ConversationChanges),
    reading: module.get(Reading),
    search: module.get(Search),
    snoozes: module.get(Snoozes),
    workspace: (settings?: { stickyMinutes?: number }) => createWorkspace(db, settings),
  };
}

/** A workspace with one inbox, one intent `order_status`, and makers of people in it. */
export async function createWorkspace(db: Database, settings: { stickyMinutes?: number } = {}) {
  const [workspaceId, inboxId, intentId] = [uuidv7(), uuidv7(), uuidv7()];
  await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: workspaceId, ...settings } });
  await db.inbox.create({
    data: { id: inboxId, workspaceId, name: 'Site', key: inboxId, greeting: 'Hello', allowedOrigins: [] },
  });
  await db.intent.create({ data: { id: intentId, workspaceId, name: 'order_status', title: 'Order status' } });
  return {
    workspaceId,
    inboxId,
    intentId,
    async contact(): Promise<ContactActor> {
      const contactId = uuidv7();
      await db.contact.create({ data: { id: contactId, workspaceId } });
      return { type: 'contact', workspaceId, contactId, inboxId };
    },
    async agent(name: string, role: UserRole = 'agent'): Promise<AgentActor> {
      const userId = uuidv7();
      const email = `${userId}@shop.example`;
      await db.user.create({ data: { id: userId, workspaceId, email, name, passwordHash: '!', role } });
      await db.agentStatus.create({ data: { userId, workspaceId, status: 'online', seenAt: new Date() } });
      return { type: 'agent', workspaceId, userId, name };
    },
  };
}
