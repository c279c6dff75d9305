import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportFigures, ReportGrouping } from '#contracts';
import type { TurnOutcome } from '#conversation';
import { noEvidence } from '#decision';
import { Examples } from '#knowledge';
import { Agreements, Comments, Reports, Wallboards } from '#reports';
import { groupBy } from '#statistics';
import { writeHistory } from '../../bench/reports/history.js';
import { startCore } from '../support/core.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { keys, recount, recountEpisodes } from '../../bench/reports/recount.js';

let environment: TestEnvironment;
let core: Awaited<ReturnType<typeof startCore>>;

beforeAll(async () => {
  environment = await freshEnvironment();
  core = await startCore(environment);
});

/** Intervals are functions of what is counted. */
function counted(figures: ReportFigures): unknown {
  return JSON.parse(
    JSON.stringify(figures, (key, value: unknown) => (key === 'low' || key === 'high' ? undefined : value)),
  );
}

describe('a history of 10,000 conversations, counted again from raw rows by other code', () => {
  const timeZone = 'Europe/Berlin'; // the clock changes on 29 March
  const range = { from: '2026-03-10', to: '2026-04-05' };
  let workspaceId: string;
  let spans: Awaited<ReturnType<typeof recountEpisodes>>;

  beforeAll(async () => {
    const client = new pg.Client({ connectionString: environment.DATABASE_URL });
    await client.connect();
    const firstDay = new Date('2026-03-01T00:00:00Z');
    workspaceId = await writeHistory(client, { conversations: 10_000, firstDay, days: 40, seed: 14, timeZone });
    await client.end();
    const all = await recountEpisodes(core.db, workspaceId);
    spans = all.filter((span) => {
      const day = keys.day(span, timeZone);
      return day >= range.from && day <= range.to;
    });
  });

  it.each<ReportGrouping>(['day', 'hour', 'intent', 'agent'])('is the same by %s', async (by) => {
    const report = await new Reports(core.db).report(workspaceId, { ...range, by });
    const groups = groupBy(spans, (span) => keys[by](span, timeZone));
    expect(counted(report.total)).toEqual(recount(spans));
    expect(new Map(report.groups.map(({ key, figures }) => [key, counted(figures)]))).toEqual(
      new Map([...groups].map(([key, own]) => [key, recount(own)])),
    );
  });

  it('has some of everything in it', () => {
    const { closed, firstResponse, waiting, handling, csatBot, csatAgent, ...rest } = recount(spans);
    expect(closed).toBeGreaterThan(5000);
    for (const { n } of [firstResponse, waiting, handling, csatBot.positive, csatAgent.positive])
      expect(n).toBeGreaterThan(100);
    const { stillOpen, ...shares } = rest;
    expect(stillOpen).toBeGreaterThan(50);
    for (const { n } of Object.values(shares)) expect(n).toBeGreaterThan(100);
  });
});

describe('what the platform writes down', () => {
  const today = () => new Date().toISOString().slice(0, 10);
  const range = () => ({ from: today(), to: today() });

  async function open() {
    const shop = await core.workspace();
    const visitor = await shop.contact();
    const say = async (text: string, decision: TurnOutcome['decision'] | null) => {
      const receipt = await core.contactMessages.send(visitor, { clientMessageId: uuidv7(), text });
      const job = { workspaceId: shop.workspaceId, conversationId: receipt.conversationId, messageId: receipt.id };
      const turn = await core.botTurns.load(job);
      const prediction = {
        ...{ modelVersionId: uuidv7(), threshold: 0.5, confidence: 0.9, oosScore: 0 },
        topK: [{ intent: 'order_status', confidence: 0.9 }],
      };
      if (decision) await core.botTurns.apply(turn!, { prediction, decision });
      return receipt.conversationId;
    };
    return { ...shop, say };
  }
  const replies = [{ text: 'Re' }];
  const thanks = {
    kind: 'small_talk',
    rule: 'small_talk',
    smallTalk: 'thanks',
    evidence: noEvidence,
    replies,
  } as const;
  const escalate = {
    kind: 'escalate',
    rule: 'not_confident',
    reason: 'low_confidence',
    urgent: false,
    evidence: noEvidence,
    replies: [],
  } satisfies TurnOutcome['decision'];

  it('tells an answer that the customer gave thanks for from one that nobody said anything of', async () => {
    const { say, workspaceId, intentId } = await open();
    const answer = { kind: 'answer', rule: 'confident', intentId, evidence: noEvidence, replies } as const;
    const conversationId = await say('where is it?', answer);
    await say('thanks', thanks);
    await core.db
      .$executeRaw`UPDATE conversation SET "lastMessageAt" = now() - interval '1 day' WHERE id = ${conversationId}::uuid`;
    await core.quietEpisodes.close({ workspaceId, conversationId });
    const { groups } = await new Reports(core.db).report(workspaceId, { ...range(), by: 'intent' });
    expect(groups).toMatchObject([{ key: intentId, title: 'Order status', figures: { confirmed: { n: 1, of: 1 } } }]);
  });

  it('tells how long people took, on the wallboard how things stand, and whether labels agree', async () => {
    const { say, workspaceId, ...shop } = await open();
    const [ada, ben] = [await shop.agent('Ada'), await shop.agent('Ben', 'admin')];
    const conversationId = await say('where is it?', escalate);
    const wallboards = new Wallboards(core.db);
    expect(await wallboards.wallboard(workspaceId)).toMatchObject({
      ...{ waiting: 1, urgent: 0, withBot: 0, withAgents: 0, sla: null },
      agents: [{ name: 'Ada', status: 'online', load: 0, capacity: 5 }, { name: 'Ben' }],
      today: { opened: 1, closedByBot: 0, handedOver: 1, firstResponse: { n: 0, median: null } },
    });
    const { episodeId } = await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    await core.db.slaPolicy.create({ data: { workspaceId, firstResponseSeconds: 60 } });
    const due = { startedAt: new Date(0), warnAt: new Date(0), dueAt: new Date(0) };
    const which = { workspaceId, conversationId, episodeId: episodeId! };
    const timer = { id: uuidv7(), ...which, kind: 'first_response', ...due } as const;
    await core.db.slaTimer.create({ data: timer });
    expect(await wallboards.wallboard(workspaceId)).toMatchObject({ sla: { atRisk: 1, breached: 0 } });
    await core.db.slaTimer.update({ where: { id: timer.id }, data: { breachedAt: new Date() } });
    expect(await wallboards.wallboard(workspaceId)).toMatchObject({ sla: { atRisk: 0, breached: 1 } });
    const { assignmentId } = (await core.offers.offer(workspaceId, conversationId, ada.userId, 30))!;
    await core.offers.accept(ada, assignmentId);
    await core.agentMessages.reply(ada, { conversationId, clientMessageId: uuidv7(), text: 'Here.' });
    expect(await wallboards.wallboard(workspaceId)).toMatchObject({
      ...{ waiting: 0, waitingSince: null, withAgents: 1, today: { firstResponse: { n: 1 } } },
      agents: [{ name: 'Ada', load: 1 }, { load: 0 }],
    });
    const { ownerEpoch } = await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch, intent: 'order_status', outOfScope: false });
    const { groups } = await new Reports(core.db).report(workspaceId, { ...range(), by: 'agent' });
    expect(groups).toMatchObject([{ key: ada.userId, title: 'Ada' }]);
    expect(groups[0]!.figures).toMatchObject({ waiting: { n: 1 }, firstResponse: { n: 1 }, handling: { n: 1 } });

    const rated = {
      id: uuidv7(),
      ...which,
      score: 2,
      comment: '=1+1',
      answeredBy: 'agent',
      agentId: ada.userId,
    } as const;
    await core.db.csatResponse.create({ data: rated });
    const { comments } = await new Comments(core.db).comments(workspaceId, range());
    expect(comments).toMatchObject([{ conversationId, score: 2, comment: '=1+1', agentName: 'Ada' }]);

    const { id, text } = await core.db.trainingExample.findFirstOrThrow({ where: { workspaceId } });
    await new Examples(core.db).change({ ...ben, type: 'user' }, id, { text, intentId: null });
    expect(await new Agreements(core.db).agreement(workspaceId, range())).toMatchObject({
      ...{ withModel: { n: 1, of: 1 }, lookedAtAgain: { n: 0, of: 1 }, firstPicked: { of: 0 } },
      agents: [{ name: 'Ada', withModel: { n: 1, of: 1 } }],
    });
  });
});
