// `npm test`: sets itself up, runs every check and every test, and ends with the line `N passed, N failed`.
import { main } from './setup/requirements.mjs';

const checks = ['check:format', 'check:lint', 'check:types'];
const projects = ['unit', 'integration', 'faults'];

await main(async () => {
  const { atOnce } = await import('./setup/at-once.mjs');
  const { prepare } = await import('./setup/build.mjs');
  const { ensureBrowser } = await import('./setup/browser.mjs');
  const { ensureServers } = await import('./setup/debian-packages.mjs');
  const { runProject } = await import('./setup/vitest-project.mjs');
  // One waits for the network, the other for the processor.
  await atOnce([prepare(), ensureServers().then(ensureBrowser)]);

  const results = [];
  for (const project of projects) results.push(await runProject(project));
  // A browser's tests wait much of the time, which the checks fill.
  results.push(...(await atOnce([runProject('browser'), ...checks.map(runCheck)])));
  // Named at the end, since a log of half an hour is often kept by its last lines alone.
  for (const { name } of results.flatMap(({ unstable }) => unstable))
    console.log(`\nunstable, failed at first: ${name}`);
  for (const { name, message } of results.flatMap(({ failures }) => failures))
    console.log(`\nfailed: ${name}\n${message}`);
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
});

/** What it printed follows its name when it is done. */
async function runCheck(check) {
  const { collect } = await import('./setup/run.mjs');
  const { code, output } = await collect('npm', ['run', '--silent', check]);
  console.log(`\n${check}\n${output}`.trimEnd());
  const isClean = code === 0;
  const failures = isClean ? [] : [{ name: check, message: 'What it found is above.' }];
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, failures, unstable: [] };
}
