import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { faultCases } from './cases/index.js';
import { runCase, type Row } from './run-case.js';
import { table } from './table.js';

const wanted = process.env.BATON_FAULT_CASE;
const seed = Number(process.env.BATON_FAULT_SEED ?? 1);
const all = process.env.BATON_FAULTS === 'all';
const chosen = faultCases.filter(({ name, short }) => (wanted ? name === wanted : all || short));
const rows: Row[] = [];

afterAll(() => {
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/faults.json', JSON.stringify({ seed, rows }, null, 2));
  console.log(`\n${table(rows)}\n`);
});

describe('under faults nothing is lost, doubled or out of order, the bot keeps silent beside people, and nobody is handed over for nothing', () => {
  it.each(chosen.map((faultCase) => [faultCase.name, faultCase] as const))('%s', async (_, faultCase) => {
    const row = await runCase(faultCase, inject('preparedShop'), seed);
    rows.push(row);
    console.log(table([row]).split('\n')[1]);
    for (const [promise, broken] of Object.entries(row.findings)) {
      if (promise !== 'late') expect(broken, promise).toEqual([]); // lateness depends on the machine: the table shows it
    }
  });
});
