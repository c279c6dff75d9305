import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, migrate, type Database } from '#database';
import { atEnd } from '../support/at-end.js';
import { migrationsBefore } from '../support/earlier-migrations.js';
import { startPostgres } from '../support/own-server.js';

const migration = '20261125211000_episodes';

let client: pg.Client;
let db: Database;
const workspaceId = uuidv7();
/** Resolved twice, then written to again. */
const returning = uuidv7();
/** Answered by the bot, never handed over. */
const answered = uuidv7();
/** Resolved, and its agent was gone once. */
const resolved = uuidv7();

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const marks = names.map((_, index) => `$${index + 1}`);
  await client.query(`INSERT INTO "${table}" (${names.join()}) VALUES (${marks.join()})`, Object.values(row));
}

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 12, n)).toISOString();

/** A history as the version before wrote it, a minute for each line: `kind senderType text`. */
async function history(id: string, state: Record<string, unknown>, lines: [string, string, string][]) {
  const facts = { workspaceId, conversationId: id };
  const ids = lines.map(() => uuidv7());
  await insert('conversation', {
    ...{ id, workspaceId, inboxId: uuidv7(), contactId: uuidv7(), createdAt: minute(0) },
    ...{ nextSeq: lines.length + 1, lastPublicSeq: lines.length, ...state },
  });
  for (const [index, [kind, senderType, text]] of lines.entries()) {
    const numbers = { seq: index + 1, previousPublicSeq: index, createdAt: minute(index + 1) };
    await insert('message', {
      ...facts,
      ...numbers,
      id: ids[index],
      kind,
      senderType,
      text,
      clientMessageId: uuidv7(),
    });
  }
  return {
    escalation: (seq: number | null, reason: string, at: number) =>
      insert('escalation', {
        ...{ ...facts, id: uuidv7(), messageId: seq && ids[seq - 1], reason, createdAt: minute(at) },
      }),
    /** With the transcript of what was public until then. */
    resolution: async (first: number, last: number) => {
      const resolutionId = uuidv7();
      const at = minute(last + 1);
      await insert('resolution', { ...facts, id: resolutionId, agentId: uuidv7(), kind: 'unlabelled', createdAt: at });
      const said = lines.map(([kind, senderType, text], index) => ({ seq: index + 1, kind, senderType, text }));
      const messages = said.filter(({ seq, kind }) => seq >= first && seq <= last && kind !== 'note');
      await insert('transcript', { ...facts, id: uuidv7(), resolutionId, messages: JSON.stringify(messages) });
    },
  };
}

const episodes = async (conversationId: string) => {
  const rows = await db.episode.findMany({ where: { conversationId }, orderBy: { firstSeq: 'asc' } });
  return rows.map((row) => ({
    span: [row.firstSeq, row.lastSeq],
    times: [row.openedAt, row.closedAt].map((time) => time && time.toISOString()),
    closed: [row.closedBy, row.outcome],
    response: row.firstHumanResponseAt?.toISOString() ?? null,
  }));
};

beforeAll(async () => {
  const { url } = await startPostgres();
  await migrate(url, migrationsBefore(migration));
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await insert('workspace', { id: workspaceId, name: 'Shop', slug: 'shop' });

  const twice = await history(returning, { status: 'bot', ownerType: 'bot', episodeStartSeq: 13 }, [
    ['inbound', 'contact', 'something odd'],
    ['activity', 'system', 'Handed over to our team'],
    ['activity', 'system', 'Ada Byron joined the conversation'],
    ['note', 'agent', 'private'],
    ['outbound', 'agent', 'Here you are.'],
    ['activity', 'system', 'Ada Byron resolved the conversation'],
    ['note', 'agent', 'a note after the end'],
    ['activity', 'contact', 'Asked to talk to a person'],
    ['activity', 'system', 'Handed over to our team'],
    ['activity', 'system', 'Bob joined the conversation'],
    ['activity', 'system', 'Bob resolved the conversation'],
    ['note', 'agent', 'another note'],
    ['inbound', 'contact', 'thanks'],
  ]);
  await twice.escalation(1, 'out_of_scope', 2);
  await twice.resolution(1, 5);
  await twice.escalation(8, 'customer_request', 8);
  await twice.resolution(8, 10);

  await history(answered, { status: 'bot', ownerType: 'bot' }, [
    ['inbound', 'contact', 'how much is delivery'],
    ['outbound', 'bot', 'It is free.'],
  ]);

  const once = await history(resolved, { status: 'resolved', ownerType: 'bot', resolvedAt: minute(9) }, [
    ['inbound', 'contact', 'I want a person'],
    ['activity', 'system', 'Handed over to our team'],
    ['activity', 'system', 'Ada joined the conversation'],
    ['activity', 'system', 'The agent is away; the conversation waits for the next one'],
    ['activity', 'system', 'Bob joined the conversation'],
    ['activity', 'system', 'Bob handed the conversation back to the assistant'],
    ['activity', 'system', 'Bob joined the conversation'],
    ['activity', 'system', 'A line that this version does not know'],
    ['activity', 'system', 'Bob resolved the conversation'],
  ]);
  await once.escalation(1, 'customer_request', 2);
  await once.escalation(null, 'customer_request', 4);
  await once.resolution(1, 8);

  const example = { workspaceId, text: 'text', outOfScope: true, source: 'agent_correction' };
  await insert('training_example', { ...example, id: uuidv7(), state: 'approved' });
  await insert('training_example', { ...example, id: uuidv7(), state: 'rejected' });
  await client.end();

  expect(await migrate(url)).toContain(migration);
  db = createDatabase(url, 2);
  atEnd(() => db.$disconnect());
});

describe('the rows of an earlier version', () => {
  it('become episodes: one for each resolution, and the one under way', async () => {
    expect(await episodes(returning)).toEqual([
      { span: [1, 6], times: [minute(1), minute(6)], closed: ['agent', 'handed_off'], response: minute(5) },
      { span: [8, 11], times: [minute(8), minute(11)], closed: ['agent', 'handed_off'], response: null },
      { span: [13, null], times: [minute(13), null], closed: [null, null], response: null },
    ]);
    expect(await episodes(answered)).toEqual([
      { span: [1, null], times: [minute(1), null], closed: [null, null], response: null },
    ]);
    expect(await episodes(resolved)).toEqual([
      { span: [1, 9], times: [minute(1), minute(9)], closed: ['agent', 'handed_off'], response: null },
    ]);
  });

  it('name their episode', async () => {
    const firstSeqs = async (rows: { episodeId: string | null }[]) => {
      const found = rows.map(({ episodeId }) => db.episode.findUniqueOrThrow({ where: { id: episodeId! } }));
      return (await Promise.all(found)).map(({ firstSeq }) => firstSeq).sort((a, b) => a - b);
    };
    const of = (conversationId: string) => ({ where: { conversationId } });
    expect(await firstSeqs(await db.escalation.findMany(of(returning)))).toEqual([1, 8]);
    expect(await firstSeqs(await db.resolution.findMany(of(returning)))).toEqual([1, 8]);
    expect(await firstSeqs(await db.escalation.findMany(of(resolved)))).toEqual([1, 1]);
    expect(await firstSeqs(await db.conversation.findMany({ where: { id: returning } }))).toEqual([13]);
    expect(await firstSeqs(await db.conversation.findMany({ where: { id: resolved } }))).toEqual([1]);
  });

  it('say what happened in codes; a sentence that is not recognised stays', async () => {
    const codes = async (conversationId: string) => {
      const messages = await db.message.findMany({
        where: { conversationId, kind: 'activity' },
        orderBy: { seq: 'asc' },
      });
      return messages.map(({ activity, text }) => activity ?? text);
    };
    const by = (code: string, agentName: string) => ({ code, params: { agentName } });
    expect(await codes(returning)).toEqual([
      { code: 'handed_over', params: { reason: 'out_of_scope' } },
      by('joined', 'Ada Byron'),
      by('resolved', 'Ada Byron'),
      { code: 'asked_for_person', params: {} },
      { code: 'handed_over', params: { reason: 'customer_request' } },
      by('joined', 'Bob'),
      by('resolved', 'Bob'),
    ]);
    expect(await codes(resolved)).toEqual([
      { code: 'handed_over', params: { reason: 'customer_request' } },
      by('joined', 'Ada'),
      by('requeued', 'Ada'),
      by('joined', 'Bob'),
      by('handed_back', 'Bob'),
      by('joined', 'Bob'),
      'A line that this version does not know',
      by('resolved', 'Bob'),
    ]);
    const [transcript] = await db.transcript.findMany({
      where: { conversationId: returning },
      orderBy: { createdAt: 'asc' },
    });
    expect(transcript!.messages).toEqual([
      { seq: 1, kind: 'inbound', senderType: 'contact', text: 'something odd' },
      expect.objectContaining({
        seq: 2,
        text: '',
        activity: { code: 'handed_over', params: { reason: 'out_of_scope' } },
      }),
      expect.objectContaining({ seq: 3, text: '', activity: by('joined', 'Ada Byron') }),
      expect.objectContaining({ seq: 5, text: 'Here you are.' }),
    ]);
  });

  it('keep only the examples that were trained on', async () => {
    expect(await db.trainingExample.count()).toBe(1);
  });
});
