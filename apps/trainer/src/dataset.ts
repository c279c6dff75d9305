import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DATABASE, type Database } from '#database';
import { withinCaps } from './caps.js';
import { splitGold, textKey, type Split } from './gold.js';
import { redact } from './redact.js';

/** The approved examples of a workspace at one moment, and the record of which they were. */
@Injectable()
export class Datasets {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async snapshot(workspaceId: string): Promise<{ snapshotId: string; split: Split }> {
    const [rows, intents] = await Promise.all([
      this.db.trainingExample.findMany({ where: { workspaceId, state: 'approved' }, orderBy: { id: 'asc' } }),
      this.db.intent.findMany({ where: { workspaceId }, select: { id: true, name: true } }),
    ]);
    const nameOf = new Map(intents.map(({ id, name }) => [id, name]));
    const examples = rows
      .filter(({ intentId, outOfScope }) => outOfScope || (intentId && nameOf.has(intentId)))
      .map(({ id, text, intentId, outOfScope, source, contactId, createdAt }) => ({
        ...{ id, contactId, createdAt, text: redact(text), oos: outOfScope },
        ...{ live: source !== 'import', audited: source === 'audit' },
        intent: outOfScope ? '' : nameOf.get(intentId!)!,
      }));
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
    const rows = await this.db.$queryRaw<{ text: string }[]>`
      WITH snapshot AS (
        SELECT snapshot."exampleIds", snapshot."goldIds"
        FROM model_version version JOIN dataset_snapshot snapshot ON snapshot.id = version."snapshotId"
        WHERE version.id = ${modelVersionId}::uuid AND version."workspaceId" = ${workspaceId}::uuid)
      SELECT text FROM training_example
      WHERE "workspaceId" = ${workspaceId}::uuid AND id IN (
        SELECT unnest("exampleIds") FROM snapshot EXCEPT SELECT unnest("goldIds") FROM snapshot)`;
    return new Set(rows.map(({ text }) => textKey(redact(text))));
  }
}
