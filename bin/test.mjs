// `npm test`: sets itself up, runs every check and every test, and ends with the line `N passed, N failed`.
import { main } from './setup/requirements.mjs';

const checks = ['check:format', 'check:lint', 'check:types'];
const projects = ['unit', 'integration', 'faults', 'browser'];

await main(async () => {
  const { atOnce } = await import('./setup/at-once.mjs');
  const { prepare } = await import('./setup/build.mjs');
  const { ensureBrowser } = await import('./setup/browser.mjs');
  const { ensureServers } = await import('./setup/debian-packages.mjs');
  // One waits for the network, the other for the processor.
  await atOnce([prepare(), ensureServers().then(ensureBrowser)]);

  const total = { passed: 0, failed: 0, failures: [] };
  // At once, since each of them uses one processor.
  for (const result of await atOnce(checks.map(runCheck))) add(total, result);
  for (const project of projects) add(total, await runProject(project));
  // Named at the end, since a log of half an hour is often kept by its last lines alone.
  for (const failure of total.failures) console.log(`\nfailed: ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

function add(total, { passed, failed, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
}

/** What it printed follows its name when it is done. */
async function runCheck(check) {
  const { collect } = await import('./setup/run.mjs');
  const { code, output } = await collect('npm', ['run', '--silent', check]);
  console.log(`\n${check}\n${output}`.trimEnd());
  return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [check] };
}

/** Runs one vitest project; what kept it from reporting (a service that did not start, a file that did not load) counts as failed. */
async function runProject(project) {
  const { existsSync, readFileSync, rmSync } = await import('node:fs');
  const { inRoot } = await import('./setup/paths.mjs');
  const { bin, show } = await import('./setup/run.mjs');
  const report = inRoot('test-results', `${project}.json`);
  rmSync(report, { force: true });
  console.log(`\n${project} tests`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await show(process.execPath, [bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters]);
  if (!existsSync(report)) return { passed: 0, failed: 1, failures: [`${project} tests did not report`] };
  return count(JSON.parse(readFileSync(report, 'utf8')), code);
}

function count(report, code) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped) console.log(`${skipped} skipped${process.env.CI ? ': in CI each counts as failed' : ''}`);
  const failed = report.numFailedTests + broken.length + (process.env.CI ? skipped : 0);
  const failures = [
    ...report.testResults.flatMap(failuresOf),
    ...broken.map((file) => `${file.name}\n${file.message}`),
  ];
  if (code === 0 || failed > 0) return { passed: report.numPassedTests, failed, failures };
  return { passed: report.numPassedTests, failed: 1, failures: [`vitest ended with ${code}; its errors are above`] };
}

function failuresOf(file) {
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  return failed.map((test) => `${file.name} > ${test.fullName}\n${test.failureMessages.join('\n')}`);
}
