import { afterEach, expect, test, vi } from 'vitest';
import { combined, count, filesToRunAgain } from './vitest-project.mjs';

const failed = (...names) => names.map((name) => ({ file: name.split(' ')[0], name, message: 'No.' }));
const nobody = { name: '1 skipped', message: '' };

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['nothing failed', [], []],
  ['two tests of a file', failed('a 1', 'a 2'), ['a']],
  ['too many files', failed('a 1', 'b 1', 'c 1', 'd 1'), []],
  ['something of no file, too', [...failed('a 1'), nobody], []],
])('%s: which files are run again', (_, failures, files) => expect(filesToRunAgain({ failures })).toEqual(files));

test('what passes then is unstable, what fails again has failed', () => {
  const first = { passed: 8, failed: 2, failures: failed('a 1', 'a 2') };
  const again = { passed: 5, failed: 1, failures: failed('a 2') };
  expect(combined(first, again)).toEqual({
    ...{ passed: 9, failed: 1, failures: failed('a 2') },
    unstable: failed('a 1'),
  });
});

test('a second run that could not report excuses nothing', () => {
  const first = { passed: 8, failed: 2, failures: failed('a 1', 'a 2') };
  expect(combined(first, { passed: 0, failed: 1, failures: [nobody] })).toEqual({ ...first, unstable: [] });
});

test('in CI a skipped test fails the run, and no second run excuses it', () => {
  vi.stubEnv('CI', 'true');
  const assertionResults = [{ status: 'failed', fullName: '1', failureMessages: ['No.'] }];
  const testResults = [{ name: 'a', status: 'failed', assertionResults }];
  const report = { testResults, numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0 };
  const counted = count(report, 1);
  expect(counted).toMatchObject({ passed: 3, failed: 2 });
  expect(filesToRunAgain(counted)).toEqual([]);
});

test('a file whose set-up failed is run again: its tests were not reached, nobody skipped them', () => {
  vi.stubEnv('CI', 'true');
  const assertionResults = [{ status: 'skipped' }, { status: 'skipped' }];
  const testResults = [{ name: 'a', status: 'failed', message: 'No page.', assertionResults }];
  const report = { testResults, numPassedTests: 3, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 };
  const counted = count(report, 1);
  expect(counted).toEqual({ passed: 3, failed: 2, failures: [{ file: 'a', name: 'a', message: 'No page.' }] });
  expect(filesToRunAgain(counted)).toEqual(['a']);
  expect(combined(counted, { passed: 2, failed: 0, failures: [] })).toMatchObject({ passed: 5, failed: 0 });
});
