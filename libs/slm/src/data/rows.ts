import { basename } from 'node:path';
import { ModelError } from '#contracts';
import { groupBy } from '#statistics';

/** A labelled message. `intent` is empty for an out-of-scope row, whatever the file calls it. */
export interface Row {
  text: string;
  intent: string;
  oos: boolean;
  /** Line in its file, from 1, for warnings about it. */
  line: number;
}

/** Throws ROWS_NONE or INTENTS_TOO_FEW without two intents. Returns warnings about rows that look like mistakes; they are kept. */
export function checkTrainingRows(rows: Row[], file: string): string[] {
  const name = basename(file);
  const byIntent = groupBy(
    rows.filter(({ oos }) => !oos),
    ({ intent }) => intent,
  );
  if (byIntent.size === 0) throw new ModelError('ROWS_NONE', { file: name });
  if (byIntent.size === 1) throw new ModelError('INTENTS_TOO_FEW', { file: name, intent: [...byIntent.keys()][0]! });
  const warnings = [];
  for (const [intent, of] of byIntent) {
    if (of.length === 1)
      warnings.push(`${name}: intent ${intent} has a single row (line ${of[0]!.line}). Add more wordings.`);
  }
  const byText = groupBy(rows, ({ text }) => text.toLowerCase().replace(/\s+/g, ' '));
  const clashes = [...byText.values()].filter((same) => new Set(same.map(({ intent }) => intent)).size > 1);
  if (clashes.length) {
    const shown = clashes.slice(0, 10).map((same) => same.map(({ line }) => line).join(' and '));
    const more = clashes.length > 10 ? ` and ${clashes.length - 10} more` : '';
    warnings.push(
      `${name}: the same text has different intents in lines ${shown.join('; ')}${more}. Keep one of each.`,
    );
  }
  return warnings;
}
