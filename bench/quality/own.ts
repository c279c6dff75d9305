import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classifier, type Audited, type LabelledText } from '#slm';
import { outcomeOf, type Agreement, type Judged } from '#statistics';
import type { DataSet } from './sets.js';

/** What a model of this project made of the held-out messages. */
export interface Measured {
  judged: Judged[];
  audited: Audited[];
  int8Agreement: Agreement;
  folderBytes: number;
}

type Train = (options: { rows: LabelledText[]; outDir: string }) => Promise<{ int8Agreement: Agreement }>;

/** Trains, reads the folder back as whoever serves it does, and classifies. */
export async function own(train: Train, set: DataSet): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'quality-'));
  try {
    const outDir = join(folder, 'model');
    const { int8Agreement } = await train({ rows: set.train, outDir });
    const sizes = readdirSync(outDir).map((file) => statSync(join(outDir, file)).size);
    const folderBytes = sizes.reduce((sum, size) => sum + size, 0);
    const classifier = await Classifier.load(outDir);
    const measured: Measured = { judged: [], audited: [], int8Agreement, folderBytes };
    for (const row of set.test) {
      const { features, intent: predicted, confidence, oosScore } = await classifier.classify(row.text);
      const judged = { intent: row.oos ? '' : row.intent, oos: row.oos, predicted, confidence, oosScore };
      measured.judged.push(judged);
      measured.audited.push({ features, oos: row.oos, correct: outcomeOf(judged).correct });
    }
    await classifier.release();
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
