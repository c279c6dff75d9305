import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DATABASE, type Database } from '#database';
import { splitGold, type Split } from './gold.js';

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
      .map(({ id, text, intentId, outOfScope, source, createdAt }) => ({
        ...{ id, text, createdAt, oos: outOfScope, live: source !== 'import' },
        intent: outOfScope ? '' : nameOf.get(intentId!)!,
      }));
    const split = splitGold(examples, new Date());
    const checksum = createHash('sha256');
    for (const { id, intent, text } of examples) checksum.update(`${id}\t${intent}\t${text}\n`);
    const snapshot = await this.db.datasetSnapshot.create({
      data: {
        id: uuidv7(),
        workspaceId,
        exampleIds: examples.map(({ id }) => id),
        checksum: checksum.digest('hex'),
        nTrain: split.train.length,
        nGold: split.gold.length,
      },
    });
    return { snapshotId: snapshot.id, split };
  }
}
