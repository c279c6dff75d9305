import type { Findings } from './history.js';
import type { Row } from './run-case.js';

const columns: [string, keyof Findings][] = [
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['order', 'outOfOrder'],
  ['bot after person', 'botAfterPerson'],
  ['undecided', 'undecided'],
  ['stranded', 'stranded'],
  ['needless', 'needless'],
  ['late', 'late'],
];

/** One line a case; zeros are what is promised. */
export function table(rows: Row[]): string {
  const head = ['case', 'messages', ...columns.map(([title]) => title), 'longest wait', 'recovery'];
  const lines = rows.map(({ case: name, messages, findings, longestWaitSeconds, recoverySeconds }) => [
    name,
    String(messages),
    ...columns.map(([, key]) => String(findings[key].length)),
    `${longestWaitSeconds.toFixed(1)} s`,
    recoverySeconds === null ? '> 60 s' : `${recoverySeconds.toFixed(1)} s`,
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]!.length)));
  const format = (line: string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [head, ...lines].map(format).join('\n');
}
