/**
 * `npm run bench -- routing [--json]`: 200 agents, 5,000 waiting. How many decisions a second, beside a sorted line without rules; and how
 * long an agent who has closed a conversation waits for the next offer, on real sockets, beside one bare statement of PostgreSQL. Fails
 * where the 95th percentile of that is 250 ms or more.
 */
import { hash } from '@node-rs/argon2';
import { percentile } from '#statistics';
import { print, type Figure } from './platform/figures.js';
import { scratchApps } from './platform/scratch-apps.js';
import { openBareLine } from './routing/bare-line.js';
import { BusyAgent } from './routing/crew.js';
import { decisionFigures } from './routing/decisions.js';
import { fillShop, password, size } from './routing/fill.js';

const json = process.argv.includes('--json');
const [crowd, warmUp, rounds, aim] = [10, 10, 100, 250];

const figures: Figure[] = decisionFigures();
const passwordHash = await hash(password);
const apps = await scratchApps(['gateway', 'escalation'], (client) => fillShop(client, passwordHash));
try {
  const bare = await openBareLine(apps.databaseUrl, size.waiting);
  const agents: BusyAgent[] = [];
  for (let n = 1; n <= crowd; n++) agents.push(await BusyAgent.connect(apps.gatewayUrl, `agent${n * 17}@shop.example`));
  const times = { closed: [] as number[], offered: [] as number[], together: [] as number[], bare: [] as number[] };
  for (let round = 0; round < warmUp + rounds; round++) {
    const { closed, offered } = await agents[round % crowd]!.closeAndTakeNext();
    const startedAt = performance.now();
    await bare.give(round);
    if (round < warmUp) continue;
    times.bare.push(performance.now() - startedAt);
    times.closed.push(closed);
    times.offered.push(offered);
  }
  for (let round = 0; round < rounds / crowd; round++) {
    const taken = await Promise.all(agents.map((agent) => agent.closeAndTakeNext()));
    times.together.push(...taken.map(({ offered }) => offered));
  }
  for (const agent of agents) agent.close();
  await bare.close();
  const both = (what: string, values: number[], goal?: string): Figure[] => [
    { what: `${what}, p50`, value: percentile(values, 0.5), unit: 'ms' },
    { what: `${what}, p95`, value: percentile(values, 0.95), unit: 'ms', ...(goal && { aim: goal }) },
  ];
  figures.push(
    ...both('closing', times.closed),
    ...both('free to offered', times.offered, `under ${aim}`),
    ...both(`free to offered, ${crowd} at once`, times.together),
    ...both('one bare statement', times.bare),
    { what: 'against it, p50', value: percentile(times.offered, 0.5) / percentile(times.bare, 0.5), unit: '×' },
  );
  print('routing', figures, json);
  if (percentile(times.offered, 0.95) >= aim) process.exitCode = 1;
} finally {
  await apps.end();
}
