import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DATABASE, Prisma, type Database } from '#database';
import { withinCaps } from './quotas.js';
import { readExamples } from './examples.js';
import { splitGold, textKey, type Split } from './gold.js';

/** The examples of a workspace at one moment, and the record of which they were. */
@Injectable()
export class Datasets {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async snapshot(workspaceId: string): Promise<{ snapshotId: string; split: Split }> {
    const rows = await readExamples(this.db, workspaceId, Prisma.sql`TRUE`);
    const examples = rows.flatMap(({ source, intent, ...example }) =>
      intent === null ? [] : [{ ...example, intent, live: source !== 'import', audited: source === 'audit' }],
    );
    const split = splitGold(withinCaps(examples), new Date());
    const used = [...split.train, ...split.gold, ...split.audited].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const checksum = createHash('sha256');
    for (const { id, intent, text } of used) checksum.update(`${id}\t${intent}\t${text}\n`);
    const snapshot = await this.db.datasetSnapshot.create({
      data: {
        id: uuidv7(),
        workspaceId,
        exampleIds: used.map(({ id }) => id),
        goldIds: split.gold.map(({ id }) => id),
        checksum: checksum.digest('hex'),
        nTrain: split.train.length,
        nGold: split.gold.length,
      },
    });
    return { snapshotId: snapshot.id, split };
  }

  /**
   * The keys of all texts that a version, or its confidence, was fitted on. A text can become gold later: an intent with few rows
   * keeps them all for training, and more of the live rows are gold than of the imported ones.
   */
  async fittedTexts(workspaceId: string, modelVersionId: string): Promise<Set<string>> {
    const fitted = Prisma.sql`example.id IN (
      WITH snapshot AS (
        SELECT snapshot."exampleIds", snapshot."goldIds"
        FROM model_version version JOIN dataset_snapshot snapshot ON snapshot.id = version."snapshotId"
        WHERE version.id = ${modelVersionId}::uuid AND version."workspaceId" = ${workspaceId}::uuid)
      SELECT unnest("exampleIds") FROM snapshot EXCEPT SELECT unnest("goldIds") FROM snapshot)`;
    const examples = await readExamples(this.db, workspaceId, fitted);
    return new Set(examples.map(({ text }) => textKey(text)));
  }
}
