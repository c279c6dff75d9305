import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { bin, show } from './run.mjs';

/** So many files that fail are no accident. */
const mostAgain = 3;

/**
 * Runs one vitest project. Files with a failure are run once more by themselves, as they may have met a machine that stood still: what fails
 * again has failed, anything else is named as unstable. What kept vitest from reporting (a service that did not start, a file that did not
 * load) counts as failed.
 */
export async function runProject(project) {
  console.log(`\n${project} tests`);
  const first = await run(project, []);
  const files = filesToRunAgain(first);
  if (files.length === 0) return { ...first, unstable: [] };
  console.log(`\n${project} tests, once more by themselves: ${files.join(', ')}`);
  return combined(first, await run(project, files));
}

/** None where something failed that belongs to no file: a skipped test in CI, or what vitest did not report. */
export function filesToRunAgain({ failures }) {
  const files = new Set(failures.map(({ file }) => file));
  return files.has(undefined) || files.size > mostAgain ? [] : [...files];
}

export function combined(first, again) {
  if (again.failures.some(({ file }) => file === undefined)) return { ...first, unstable: [] };
  const failed = new Set(again.failures.map(({ name }) => name));
  return {
    passed: first.passed + first.failed - again.failed,
    failed: again.failed,
    failures: again.failures,
    unstable: first.failures.filter(({ name }) => !failed.has(name)),
  };
}

async function run(project, files) {
  const report = inRoot('test-results', `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await show(process.execPath, [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    ...reporters,
    ...files,
  ]);
  if (!existsSync(report))
    return { passed: 0, failed: 1, failures: [{ name: `${project} tests did not report`, message: '' }] };
  return count(JSON.parse(readFileSync(report, 'utf8')), code);
}

export function count(report, code) {
  // It did not load, or its set-up failed: vitest calls the tests that were not reached skipped.
  const broken = report.testResults.filter((file) => file.status === 'failed' && failuresOf(file).length === 0);
  const notReached = broken.map((file) => file.assertionResults.filter(({ status }) => status === 'skipped').length);
  const skipped = report.numPendingTests + report.numTodoTests - sum(notReached);
  if (skipped) console.log(`${skipped} skipped${process.env.CI ? ': in CI each counts as failed' : ''}`);
  const failed = report.numFailedTests + sum(notReached.map((tests) => tests || 1)) + (process.env.CI ? skipped : 0);
  const failures = [
    ...report.testResults.flatMap(failuresOf),
    ...broken.map(({ name, message }) => ({ file: name, name, message })),
    ...(skipped && process.env.CI ? [{ name: `${skipped} skipped`, message: 'Why is above.' }] : []),
  ];
  if (code === 0 || failed > 0) return { passed: report.numPassedTests, failed, failures };
  const other = { name: `vitest ended with ${code}`, message: 'Its errors are above.' };
  return { passed: report.numPassedTests, failed: 1, failures: [other] };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function failuresOf({ name: file, assertionResults }) {
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({
      file,
      name: `${file} > ${fullName}`,
      message: failureMessages.join('\n'),
    }));
}
