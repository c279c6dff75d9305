import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { noEvidence } from '#decision';
import { seededRandom } from '#statistics';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

const races = 1000;
const atOnce = 8;
/** Either side may start this much later, ms: about what one write takes. */
const jitter = 4;

it('never lets the bot speak after an agent took over, in 1,000 seeded races', async () => {
  const core = await startCore(await freshEnvironment());
  const shop = await core.workspace();
  const ada = await shop.agent('Ada');
  const random = seededRandom(20);
  const results = { applied: 0, stale: 0 };

  async function race(texts: string[], botDelay: number, agentDelay: number): Promise<void> {
    const { workspaceId } = shop;
    const receipt = await core.contactMessages.send(await shop.contact(), { clientMessageId: uuidv7(), text: 'Hi' });
    const { conversationId } = receipt;
    const turn = (await core.botTurns.load({ workspaceId, conversationId, messageId: receipt.id }))!;
    const outcome = {
      prediction: null,
      decision: {
        ...({ kind: 'answer', rule: 'confident', intentId: shop.intentId } as const),
        ...{ evidence: noEvidence, replies: texts.map((text) => ({ text })) },
      },
    };
    const [result] = await Promise.all([
      pause(botDelay).then(() => core.botTurns.apply(turn, outcome)),
      pause(agentDelay).then(() => core.handoff.takeOver(ada, conversationId)),
    ]);
    results[result as 'applied' | 'stale']++;
    const messages = await core.db.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } });
    const kinds = messages.map(({ senderType }) => senderType).join(' ');
    const said = texts.map(() => 'bot ').join('');
    expect(kinds).toBe(result === 'applied' ? `contact ${said}system` : 'contact system');
    expect(messages.filter(({ awaitingDecision }) => awaitingDecision)).toEqual([]);
  }

  for (let done = 0; done < races; done += atOnce) {
    const delays = Array.from({ length: atOnce }, () => [random.next() * jitter, random.next() * jitter] as const);
    await Promise.all(
      delays.map(([bot, agent], i) => race(i % 2 ? ['Hello.', 'And hello again.'] : ['Hello.'], bot, agent)),
    );
  }
  expect(results.applied + results.stale).toBe(races);
  expect(Math.min(results.applied, results.stale)).toBeGreaterThan(races / 20); // both sides do win
});
