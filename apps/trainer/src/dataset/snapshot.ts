import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { DATABASE, Prisma, type Database, type ExampleSource } from '#database';
import { withinQuotas } from './quotas.js';
import { readExamples } from './examples.js';
import { splitTestSet, textKey, type Split } from './test-set.js';

/** Labels of customers' messages here. The others were chosen or made up, so they prove nothing about the traffic. */
const liveSources: ReadonlySet<ExampleSource> = new Set(['agent_confirm', 'agent_correction', 'audit']);

/** The examples of a workspace at one moment, and the record of which they were. */
@Injectable()
export class Datasets {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /**
   * The examples that were there at `asOf`. Asked again for the same moment it gives the same, unless somebody has changed labels since:
   * so an interrupted run goes on with the rows that it began with.
   */
  async snapshot(workspaceId: string, asOf: Date): Promise<{ snapshotId: string; split: Split }> {
    const rows = await readExamples(this.db, workspaceId, Prisma.sql`example."createdAt" <= ${asOf}`);
    const examples = rows.flatMap(({ source, intent, ...example }) =>
      intent === null ? [] : [{ ...example, intent, live: liveSources.has(source), audited: source === 'audit' }],
    );
    const split = splitTestSet(withinQuotas(examples), asOf);
    return { snapshotId: await this.record(workspaceId, split), split };
  }

  /** The id of the record of these rows, which is made if there is none. */
  private async record(workspaceId: string, { train, test, audited }: Split): Promise<string> {
    const used = [...train, ...test, ...audited].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const testIds = new Set(test.map(({ id }) => id));
    const hash = createHash('sha256');
    for (const { id, intent, text } of used) hash.update(`${id}\t${testIds.has(id)}\t${intent}\t${text}\n`);
    const checksum = hash.digest('hex');
    const known = await this.db.datasetSnapshot.findFirst({ where: { workspaceId, checksum } });
    if (known) return known.id;
    const { id } = await this.db.datasetSnapshot.create({
      data: {
        id: uuidv7(),
        workspaceId,
        exampleIds: used.map(({ id }) => id),
        testIds: [...testIds],
        checksum,
        nTrain: train.length,
        nTest: test.length,
      },
    });
    return id;
  }

  /**
   * The keys of all texts that a version, or its confidence, was fitted on. A text can come into the test set later: an intent with few
   * rows keeps them all for training, and the share of live rows in the test set is larger than that of imported ones.
   */
  async fittedTexts(workspaceId: string, modelVersionId: string): Promise<Set<string>> {
    const fitted = Prisma.sql`example.id IN (
      WITH snapshot AS (
        SELECT snapshot."exampleIds", snapshot."testIds"
        FROM model_version version JOIN dataset_snapshot snapshot ON snapshot.id = version."snapshotId"
        WHERE version.id = ${modelVersionId}::uuid AND version."workspaceId" = ${workspaceId}::uuid)
      SELECT unnest("exampleIds") FROM snapshot EXCEPT SELECT unnest("testIds") FROM snapshot)`;
    const examples = await readExamples(this.db, workspaceId, fitted);
    return new Set(examples.map(({ text }) => textKey(text)));
  }
}
