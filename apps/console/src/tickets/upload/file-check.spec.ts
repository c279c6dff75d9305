import { describe, expect, it } from 'vitest';
import { fileProblem } from './file-check.js';

const megabyte = 1024 * 1024;

describe('fileProblem', () => {
  it.each([
    ['tickets.csv', 1, null],
    ['Export 2026.XLSX', 200 * megabyte, null],
    ['rows.jsonl', 5, null],
    ['tickets.csv', 200 * megabyte + 1, /larger than 200 MB/],
    ['tickets.csv', 0, /empty/],
    ['tickets.xls', 100, /save it as \.xlsx/],
    ['tickets.pdf', 100, /no CSV/],
    ['csv', 100, /no CSV/],
  ])('%s of %i bytes', (name, size, problem) => {
    const said = fileProblem({ name, size });
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });
});
