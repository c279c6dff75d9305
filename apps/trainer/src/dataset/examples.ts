import { numberPatterns, Prisma, type Database, type ExampleSource } from '#database';
import { afterPrevious, modelInput, type ModelInput } from '#slm';

export interface StoredExample {
  id: string;
  /** What is learned from: a short message after the one before it, identities taken out. */
  text: string;
  /** The message as the model meets it when it serves. */
  asServed: ModelInput;
  /** Empty: out of scope. Null: the intent is gone. */
  intent: string | null;
  oos: boolean;
  source: ExampleSource;
  contactId: string | null;
  agentId: string | null;
  createdAt: Date;
}

/** The workspace's examples of which `which` holds, in the order of their ids. */
export async function readExamples(db: Database, workspaceId: string, which: Prisma.Sql): Promise<StoredExample[]> {
  // `previous`: the customer's message before the example's, in the same episode.
  const rows = await db.$queryRaw<(StoredExample & { previous: string | null })[]>`
    SELECT example.id, example.text, example."outOfScope" AS oos, example.source, example."contactId", resolution."agentId",
      example."createdAt",
      CASE WHEN example."outOfScope" THEN '' ELSE intent.name END AS intent,
      (SELECT earlier.text FROM message earlier
        WHERE earlier."conversationId" = own."conversationId" AND earlier.kind = 'inbound' AND earlier.seq < own.seq
          AND earlier.seq >= (SELECT max("firstSeq") FROM episode
            WHERE "conversationId" = own."conversationId" AND "firstSeq" <= own.seq)
        ORDER BY earlier.seq DESC LIMIT 1) AS previous
    FROM training_example example
    LEFT JOIN intent ON intent.id = example."intentId" AND intent."workspaceId" = example."workspaceId"
    LEFT JOIN resolution ON resolution.id = example."resolutionId" AND resolution."workspaceId" = example."workspaceId"
    LEFT JOIN message own ON own.id = example."messageId" AND own."workspaceId" = example."workspaceId"
    WHERE example."workspaceId" = ${workspaceId}::uuid AND ${which}
    ORDER BY example.id`;
  const numbers = await numberPatterns(db, workspaceId);
  return rows.map(({ previous, ...row }) => {
    const asServed = modelInput(row.text, previous, numbers);
    return { ...row, asServed, text: afterPrevious(asServed) ?? asServed.text };
  });
}
