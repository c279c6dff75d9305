import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { LiveModel, MessageFailed, ModelUnavailable } from './live-model.js';
import type { ChildOrder, ChildReply, Classified } from './model-process.js';

/** Stands for the child: a spec says when it takes an order, answers and ends. */
class FakeProcess {
  pid = 1;
  hung = false;
  taken?: number;
  released = false;
  readonly orders: ChildOrder[] = [];

  constructor(
    private readonly onReply: (reply: ChildReply) => void,
    private readonly onEnd: (ended: FakeProcess) => void,
  ) {}

  send(order: ChildOrder): void {
    this.orders.push(order);
  }

  release(): void {
    this.released = true;
  }

  take(): this {
    this.taken = this.orders[0]!.id;
    return this;
  }

  answer(): void {
    const { id, text } = this.orders.shift()!;
    this.taken = undefined;
    this.onReply({ type: 'classified', id, classified: { intent: text } as Classified });
  }

  end(hung = false): void {
    this.hung = hung;
    this.onEnd(this);
  }
}

const children: FakeProcess[] = [];
const load = vi.hoisted(() => {
  vi.resetModules(); // another spec of this worker may have loaded the real process
  return { fails: false };
});

vi.mock('./model-process.js', () => ({
  ModelProcess: {
    start: async (_dir: string, ...listeners: ConstructorParameters<typeof FakeProcess>) => {
      if (load.fails) throw new Error('It cannot be loaded');
      const process = new FakeProcess(...listeners);
      children.push(process);
      return { process, policy: { threshold: 0.5, oosLimit: 0.5 } };
    },
  },
}));

afterAll(() => {
  vi.doUnmock('./model-process.js');
  vi.resetModules();
});

const version = {
  id: 'v',
  workspaceId: 'w',
  version: 1,
  checksum: '',
  rule: { certified: null, least: 0, likely: null, certifiedOnly: false },
};
const latest = () => children.at(-1)!;
const replaced = (count: number) => vi.waitUntil(() => children.length === count);
/** Answers until nothing is left; the texts in the order of their answers. */
function answerAll(): string[] {
  const texts = [];
  for (let order = latest().orders[0]; order; order = latest().orders[0]) {
    texts.push(order.text);
    latest().answer();
  }
  return texts;
}

let model: LiveModel;
beforeEach(async () => {
  children.length = 0;
  load.fails = false;
  model = await LiveModel.start(version, Promise.resolve(''));
});

it('answers visitors in their order, before tickets that are embedded', async () => {
  const asked = ['first', 'second', 'third'].map((text) => model.classify({ text }));
  const ticket = model.embed('ticket');
  const late = model.classify({ text: 'late' });
  expect(answerAll()).toEqual(['first', 'second', 'third', 'late', 'ticket']);
  await Promise.all([...asked, ticket, late]);
});

it('a process that ends gives its orders to the next one, in their order', async () => {
  const asked = ['first', 'second', 'third'].map((text) => model.classify({ text }));
  latest().take().end();
  await replaced(2);
  expect(answerAll()).toEqual(['first', 'second', 'third']);
  await Promise.all(asked);
});

it('a process that hangs costs the message that it was at, and no other', async () => {
  const [first, second] = [model.classify({ text: 'first' }), model.classify({ text: 'second' })];
  latest().take().end(true);
  await expect(first).rejects.toThrow(MessageFailed);
  await replaced(2);
  answerAll();
  expect(await second).toMatchObject({ intent: 'second' });
});

it('a process that hangs between two messages costs none', async () => {
  const asked = model.classify({ text: 'first' });
  latest().end(true);
  await replaced(2);
  answerAll();
  expect(await asked).toMatchObject({ intent: 'first' });
});

it('a message over which a second process ends is given up, and no other', async () => {
  const [first, second] = [model.classify({ text: 'first' }), model.classify({ text: 'second' })];
  latest().take().end();
  await replaced(2);
  latest().take().end();
  await expect(first).rejects.toThrow(MessageFailed);
  await replaced(3);
  expect(answerAll()).toEqual(['second']);
  await second;
});

it('a message that every process ends before taking is given up after the third, and no other', async () => {
  const [first, second] = [model.classify({ text: 'first' }), model.classify({ text: 'second' })];
  for (let ended = 1; ended <= 3; ended++) {
    latest().end(true);
    await replaced(ended + 1);
  }
  await expect(first).rejects.toThrow(MessageFailed);
  expect(answerAll()).toEqual(['second']);
  await second;
});

it('without a further process all are told to ask again', async () => {
  const asked = model.classify({ text: 'first' });
  load.fails = true;
  latest().take().end();
  await expect(asked).rejects.toThrow(ModelUnavailable);
  expect(model.alive).toBe(false);
  await expect(model.classify({ text: 'second' })).rejects.toThrow(ModelUnavailable);
});

it('released, it answers what it was asked before and then lets its process go', async () => {
  const asked = model.classify({ text: 'first' });
  model.release();
  expect(latest().released).toBe(false);
  answerAll();
  await asked;
  expect(latest().released).toBe(true);
  await expect(model.classify({ text: 'second' })).rejects.toThrow(ModelUnavailable);
});
