/**
 * `npm run bench -- conversations [--half tuned|untuned|all] [--file FILE] [--kind KIND] [--json] [--html FILE]`: holds the conversations of
 * test/conversations, or of another file in their form, with the demo shop's bot through the visitor socket, one message at a time, and
 * counts by kind what it did right. `--html`: every turn on a page.
 */
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDatabase } from '#database';
import { DecisionLog, hold, type HeldConversation } from './conversations/hold.js';
import { written } from './conversations/outcome.js';
import { pageOf } from './conversations/page.js';
import { halves, readConversations, readFile, type Conversation } from './conversations/set.js';
import { aims, byKind, countOf, table } from './conversations/tally.js';
import { startPlatform, type Platform } from './platform/platform.js';
import { Visitor } from './platform/visitor.js';

const atOnce = 6;
const lookEveryMs = 500;
/** However busy the machine is, the model's word is waited for. */
const patient = { DECISION_DEADLINE_SECONDS: '25' };

const { values: options } = parseArgs({
  options: {
    half: { type: 'string', default: 'tuned' },
    file: { type: 'string' },
    kind: { type: 'string' },
    json: { type: 'boolean', default: false },
    html: { type: 'string' },
  },
});

function chosen(): Conversation[] {
  const wanted = halves.filter((half) => options.half === half || options.half === 'all');
  const read = options.file ? readFile(options.file) : wanted.flatMap(readConversations);
  const all = read.filter(({ kind }) => !options.kind || kind === options.kind);
  if (all.length === 0) throw new Error('No conversation is of that half and kind.');
  return all;
}

async function holdAll(platform: Platform, conversations: Conversation[]): Promise<HeldConversation[]> {
  const db = createDatabase(platform.databaseUrl, atOnce);
  const { id } = await db.workspace.findUniqueOrThrow({ where: { slug: 'fernhill' } });
  while ((await db.modelVersion.count({ where: { stage: 'active' } })) === 0) await pause(lookEveryMs);
  const log = await DecisionLog.open(db, id);
  const held = new Map<Conversation, HeldConversation>();
  const waiting = [...conversations];
  const holdNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const visitor = await Visitor.connect(platform, next.locale);
      held.set(next, await hold(next, visitor, log));
      visitor.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, holdNext));
  } finally {
    await db.$disconnect();
  }
  return conversations.map((conversation) => held.get(conversation)!);
}

function print(held: HeldConversation[]): void {
  const figures = aims(held);
  if (options.json) {
    const turns = held.flatMap(({ conversation: { id, kind }, turns: each }) =>
      each.map(({ turn, outcome, ...rest }) => ({ id, kind, ...turn, outcome: written(outcome), ...rest })),
    );
    const kinds = Object.fromEntries(byKind(held));
    console.log(JSON.stringify({ bench: 'conversations', aims: figures, all: countOf(held), kinds, turns }));
    return;
  }
  console.log(table(held));
  for (const { what, value, aim } of figures) {
    console.log(`${what.padEnd(36)}${String(Number(value.toFixed(3))).padStart(8)}   aim ${aim}`);
  }
}

const conversations = chosen();
const platform = await startPlatform(undefined, patient);
try {
  const held = await holdAll(platform, conversations);
  if (options.html) writeFileSync(options.html, pageOf(held));
  print(held);
} finally {
  await platform.stop();
}
