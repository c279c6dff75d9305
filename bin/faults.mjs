// `npm run test:faults [-- --case NAME] [--seed N] [--json]`: every fault case over real processes, and a table of what broke.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { readFileSync } = await import('node:fs');
  const { inRoot } = await import('./setup/paths.mjs');
  const { prepare } = await import('./setup/build.mjs');
  const { bin, show } = await import('./setup/run.mjs');
  const options = { case: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } };
  const { values } = parseArgs({ options });
  await prepare('server');
  Object.assign(process.env, { BATON_FAULTS: 'all', BATON_FAULT_SEED: values.seed ?? '1' });
  if (values.case) process.env.BATON_FAULT_CASE = values.case;
  const reporter = values.json ? ['--silent', '--reporter=dot'] : [];
  process.exitCode = await show(process.execPath, [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    'faults',
    ...reporter,
  ]);
  if (values.json) console.log(readFileSync(inRoot('test-results/faults.json'), 'utf8'));
});
