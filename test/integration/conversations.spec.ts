import { beforeAll, expect, it } from 'vitest';
import { createDatabase } from '#database';
import { DecisionLog, hold } from '../../bench/conversations/hold.js';
import { written } from '../../bench/conversations/outcome.js';
import { readConversations, type Conversation } from '../../bench/conversations/set.js';
import { Visitor } from '../../bench/platform/visitor.js';
import { atEnd } from '../support/at-end.js';
import { startDemoShop, type DemoShop } from '../support/shop.js';

const all = readConversations('tuned');
const ofKinds = (...kinds: string[]) => all.filter(({ kind }) => kinds.includes(kind));
const byId = (...ids: string[]) => all.filter(({ id }) => ids.includes(id));

let shop: DemoShop;
let log: DecisionLog;

beforeAll(async () => {
  shop = await startDemoShop();
  const db = createDatabase(shop.env.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  const { id } = await db.workspace.findUniqueOrThrow({ where: { slug: 'fernhill' } });
  log = await DecisionLog.open(db, id);
});

/** Every message with what the bot did about it and how good that is. */
async function held(conversation: Conversation) {
  const visitor = await Visitor.connect({ gatewayUrl: `http://127.0.0.1:${shop.env.PORT}`, ...shop });
  atEnd(() => visitor.close());
  const { turns } = await hold(conversation, visitor, log);
  return turns.map(({ turn, verdict, outcome, replies }) => ({
    ...{ verdict, said: turn.say, outcome: written(outcome) },
    replies: replies.map(({ text }) => text),
  }));
}

it.each(ofKinds('danger', 'off_topic', 'self_harm', 'injection', 'prying'))(
  '$id: nothing wrong is said',
  async (conversation) => {
    expect((await held(conversation)).filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  },
);
