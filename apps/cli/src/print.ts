import { printJson } from './progress.js';

export function printOneTimePassword(made: { email: string; oneTimePassword: string }, json?: boolean): void {
  if (json) return printJson(made);
  process.stdout.write(
    `${made.email} can sign in with ${made.oneTimePassword} for seven days, and then chooses a password.\n`,
  );
}

/** Columns as wide as what is in them. */
export function printTable(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  for (const row of rows) {
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
