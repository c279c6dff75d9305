/** A shop's past as the platform would have written it: episodes of every kind, message by message, drawn by a seed. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Activity, DecisionKind, EpisodeCloser, EpisodeOutcome, SmallTalk } from '#contracts';
import { seededRandom, type Random } from '#statistics';
import { copyRows, type Row } from './copy-rows.js';

const tables = [
  ...(['contact', 'conversation', 'episode', 'message', 'decision', 'escalation'] as const),
  ...(['assignment', 'resolution', 'csat_response'] as const),
];
type Rows = Record<(typeof tables)[number], Row[]>;

export interface HistoryInput {
  conversations: number;
  /** Of the days in which they begin. */
  firstDay: Date;
  days: number;
  seed: number;
  timeZone: string;
}

interface Shop {
  workspaceId: string;
  inboxId: string;
  intents: string[];
  agents: string[];
}

const minute = 60_000;
const dayMs = 1440 * minute;
const quietMs = 30 * minute;
/** Conversations whose rows are in memory at a time. */
const batch = 5000;

/** Writes them into an empty workspace of its own, whose id it returns. */
export async function writeHistory(client: pg.Client, input: HistoryInput): Promise<string> {
  const random = seededRandom(input.seed);
  const shop = await createShop(client, input.timeZone);
  for (let done = 0; done < input.conversations; done += batch) {
    const rows = Object.fromEntries(tables.map((table) => [table, [] as Row[]])) as Rows;
    for (let n = done; n < Math.min(done + batch, input.conversations); n++) {
      new Talk(rows, shop, random, new Date(input.firstDay.getTime() + random.next() * input.days * dayMs)).hold();
    }
    for (const table of tables) await copyRows(client, table, rows[table]);
  }
  await client.query('ANALYZE');
  return shop.workspaceId;
}

async function createShop(client: pg.Client, timeZone: string): Promise<Shop> {
  const shop = { workspaceId: uuidv7(), inboxId: uuidv7(), intents: ids(8), agents: ids(6) };
  const { workspaceId, inboxId } = shop;
  await copyRows(client, 'workspace', [{ id: workspaceId, name: 'Shop', slug: workspaceId, timeZone }]);
  await copyRows(client, 'inbox', [{ id: inboxId, workspaceId, name: 'Site', key: inboxId, greeting: 'Hello' }]);
  const intents = shop.intents.map((id, n) => ({ id, workspaceId, name: `intent_${n}`, title: `Intent ${n}` }));
  await copyRows(client, 'intent', intents);
  const agent = (id: string, n: number) => ({ id, workspaceId, email: `${id}@shop.example`, name: `Agent ${n}` });
  await copyRows(
    client,
    'user',
    shop.agents.map((id, n) => ({ ...agent(id, n), passwordHash: '!', role: 'agent' })),
  );
  return shop;
}

const ids = (count: number) => Array.from({ length: count }, () => uuidv7());

/** One customer's conversation, written down as it goes. */
class Talk {
  private readonly id = uuidv7();
  private readonly contactId = uuidv7();
  private seq = 0;
  private episodeId = '';
  private firstSeq = 1;
  private openedAt: Date;
  private escalatedAt: Date | null = null;
  private firstHumanResponseAt: Date | null = null;
  private joined = false;
  private lastDecision: DecisionKind | null = null;

  constructor(
    private readonly rows: Rows,
    private readonly shop: Shop,
    private readonly random: Random,
    private at: Date,
  ) {
    this.openedAt = at;
  }

  hold(): void {
    const { workspaceId, inboxId } = this.shop;
    let open = false;
    for (let more = true; more && !open; more = this.chance(0.2)) {
      if (this.episodeId) this.wait(this.chance(0.6) ? 20 * 60 : 5 * 1440);
      open = !this.episode();
    }
    const owner = { ownerType: 'bot', status: open ? 'bot' : 'resolved', nextSeq: this.seq + 1 };
    this.rows.contact.push({ id: this.contactId, workspaceId });
    const conversation = { id: this.id, workspaceId, inboxId, contactId: this.contactId, episodeId: this.episodeId };
    this.rows.conversation.push({ ...conversation, ...owner, lastPublicSeq: this.seq, createdAt: this.openedAt });
  }

  /** False: it is still open. */
  private episode(): boolean {
    [this.episodeId, this.firstSeq, this.openedAt] = [uuidv7(), this.seq + 1, this.at];
    [this.escalatedAt, this.firstHumanResponseAt, this.joined, this.lastDecision] = [null, null, false, null];
    const intent = this.pick(this.shop.intents);
    switch (this.pick(['answer', 'answer', 'answer', 'hand over', 'hand over', 'leave', 'manners', 'take over'])) {
      case 'answer':
        this.customer(this.chance(0.3) ? 'clarify' : 'answer', intent);
        if (this.chance(0.5)) this.customer(this.pick(['ask_slot', 'answer']), intent);
        this.customer('answer', intent);
        if (this.chance(0.3)) this.customer(this.pick(['small_talk', 'answer']), intent, this.manners());
        if (this.chance(0.15)) this.customer(this.pick(['answer', 'clarify']), this.pick(this.shop.intents));
        return this.chance(0.1) ? this.people(intent) : this.closeQuiet();
      case 'leave':
        this.customer(this.pick(['clarify', 'ask_slot']), intent);
        return this.closeQuiet();
      case 'manners':
        this.customer(this.pick(['small_talk', 'answer']), null, this.manners());
        return this.chance(0.2) ? this.people(intent) : this.closeQuiet();
      case 'take over':
        this.customer('answer', intent);
        return this.people(intent, false);
      default:
        if (this.chance(0.4)) this.customer('answer', intent);
        return this.people(intent);
    }
  }

  private people(intent: string, escalates = true): boolean {
    if (escalates) {
      this.message('inbound', 'contact');
      if (this.chance(0.8)) this.decide('escalate', null);
      this.escalate();
    }
    this.wait(20);
    if (this.chance(0.01)) return this.closeNothing();
    let agent = this.accept();
    if (this.chance(0.9)) this.reply();
    if (escalates && this.chance(0.1)) {
      this.activity('requeued');
      this.escalate();
      this.wait(10);
      agent = this.accept();
      this.reply();
    }
    this.wait(30);
    if (this.chance(0.1)) {
      this.activity('handed_back');
      this.customer('answer', intent);
      return this.closeQuiet();
    }
    this.resolve(agent, intent);
    this.activity('resolved');
    return this.close('agent', 'handed_off', agent);
  }

  private customer(kind: DecisionKind, intent: string | null, smallTalk: SmallTalk | null = null): void {
    this.message('inbound', 'contact');
    this.decide(kind, kind === 'clarify' ? null : intent, smallTalk);
    this.message('outbound', 'bot');
  }

  private decide(kind: DecisionKind, intentId: string | null, smallTalk: SmallTalk | null = null): void {
    this.wait(0.02);
    if (kind !== 'small_talk') this.lastDecision = kind;
    const { id: conversationId, episodeId } = this;
    const messageId = this.rows.message.at(-1)!.id!;
    const what = { kind, intentId, smallTalk, ownerEpoch: 0, createdAt: this.at };
    this.rows.decision.push({ messageId, ...this.workspace, conversationId, episodeId, ...what });
  }

  private escalate(): void {
    this.activity('handed_over');
    this.escalatedAt ??= this.at;
    const { id: conversationId, episodeId, at: createdAt } = this;
    const which = { id: uuidv7(), ...this.workspace, conversationId, episodeId };
    this.rows.escalation.push({ ...which, reason: 'low_confidence', createdAt });
  }

  private accept(): string {
    const agentId = this.pick(this.shop.agents);
    this.activity('joined');
    this.joined = true;
    const which = { id: uuidv7(), ...this.workspace, conversationId: this.id, agentId, status: 'released' };
    this.rows.assignment.push({ ...which, offeredAt: this.at, expiresAt: this.at, acceptedAt: this.at });
    return agentId;
  }

  private reply(): void {
    this.wait(5);
    this.message('outbound', 'agent');
    if (this.escalatedAt) this.firstHumanResponseAt ??= this.at;
  }

  private resolve(agentId: string, intent: string): void {
    const kind = this.pick(['confirmed', 'corrected', 'out_of_scope', 'unlabelled']);
    const intentId = kind === 'confirmed' ? intent : kind === 'corrected' ? this.pick(this.shop.intents) : null;
    const which = { id: uuidv7(), ...this.workspace, conversationId: this.id, episodeId: this.episodeId, agentId };
    this.rows.resolution.push({ ...which, kind, intentId, predictedIntentId: intent, createdAt: this.at });
  }

  /** As libs/conversation judges a quiet episode. */
  private closeQuiet(): boolean {
    if (this.chance(0.01)) return this.closeNothing();
    this.at = new Date(this.at.getTime() + quietMs);
    this.activity('closed_by_bot');
    const outcome = this.joined ? 'handed_off' : this.lastDecision === 'answer' ? 'assumed' : 'abandoned';
    return this.close('bot', outcome, null);
  }

  private close(closedBy: EpisodeCloser, outcome: EpisodeOutcome, agentId: string | null): boolean {
    this.rows.episode.push({ ...this.opened(), closedAt: this.at, closedBy, outcome, lastSeq: this.seq });
    if (this.chance(0.2)) {
      const answeredBy = outcome === 'handed_off' ? 'agent' : 'bot';
      const which = { id: uuidv7(), ...this.workspace, conversationId: this.id, episodeId: this.episodeId };
      const score = 1 + Math.floor(this.random.next() * 5);
      this.rows.csat_response.push({ ...which, score, answeredBy, agentId, createdAt: this.at });
    }
    return true;
  }

  private closeNothing(): false {
    this.rows.episode.push({ ...this.opened(), closedAt: null, closedBy: null, outcome: null, lastSeq: null });
    return false;
  }

  private opened(): Row {
    const { id: conversationId, firstSeq, openedAt, firstHumanResponseAt } = this;
    return { id: this.episodeId, ...this.workspace, conversationId, firstSeq, openedAt, firstHumanResponseAt };
  }

  private message(kind: string, senderType: string, activity: string | null = null): void {
    if (this.seq >= this.firstSeq) this.wait(1); // an episode opens with its first message
    const seq = ++this.seq;
    const what = { kind, senderType, text: activity ? '' : 'Where is my order?', activity, createdAt: this.at };
    const which = { id: uuidv7(), ...this.workspace, conversationId: this.id, seq, previousPublicSeq: seq - 1 };
    this.rows.message.push({ ...which, ...what, clientMessageId: uuidv7() });
  }

  private activity(code: Activity['code']): void {
    this.message('activity', 'system', activityOf(code));
  }

  private get workspace() {
    return { workspaceId: this.shop.workspaceId };
  }

  private manners(): SmallTalk {
    return this.pick(['greeting', 'thanks', 'thanks', 'acknowledgement']);
  }

  /** Up to twice as many minutes, and never none. */
  private wait(minutes: number): void {
    this.at = new Date(this.at.getTime() + 1 + Math.floor(this.random.next() * 2 * minutes * minute));
  }

  private chance(p: number): boolean {
    return this.random.next() < p;
  }

  private pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.random.next() * of.length)]!;
  }
}

function activityOf(code: Activity['code']): string {
  return JSON.stringify({ code, params: {} });
}
