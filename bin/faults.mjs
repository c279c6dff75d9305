// `npm run test:faults [-- --case NAME] [--seed N] [--json]`: every fault case over real processes, and a table of what broke.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { readFileSync } = await import('node:fs');
  const { inRoot } = await import('./setup/paths.mjs');
  const { prepare } = await import('./setup/build.mjs');
  const { bin, run, show } = await import('./setup/run.mjs');
  const options = { case: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } };
  const { values } = parseArgs({ options });
  await prepare('server');
  Object.assign(process.env, { BATON_FAULTS: 'all', BATON_FAULT_SEED: values.seed ?? '1' });
  if (values.case) process.env.BATON_FAULT_CASE = values.case;
  const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'faults'];
  if (!values.json) return void (process.exitCode = await show(process.execPath, args));
  await run(process.execPath, args).catch(() => (process.exitCode = 1)); // what broke stands in the JSON
  console.log(readFileSync(inRoot('test-results/faults.json'), 'utf8'));
});
