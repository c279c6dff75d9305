import { around, type EarlierMessage } from '#decision';
import { numberPatterns, Prisma, type Database, type ExampleSource } from '#database';
import { modelInput, type ModelInput } from '#personal-data';
import { afterPrevious } from '#slm';

/** As many as the bot looks at when it serves. */
const mostEarlier = 50;

export interface StoredExample {
  id: string;
  /** What is learned from, identities taken out: the message, after the one before it where the model had read it so. */
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
  // `earlier`: the customer's messages before the example's, in the same episode.
  const rows = await db.$queryRaw<(StoredExample & { earlier: EarlierMessage[]; leans: boolean })[]>`
    SELECT example.id, example.text, example."outOfScope" AS oos, example.source, example."contactId", resolution."agentId",
      example."createdAt",
      CASE WHEN example."outOfScope" THEN '' ELSE intent.name END AS intent,
      coalesce((decided.evidence->>'readAfterPrevious')::boolean, false) AS leans,
      ARRAY(SELECT json_build_object('text', earlier.text, 'decision',
          CASE WHEN decision.kind IS NOT NULL THEN json_build_object('kind', decision.kind, 'rule', decision.rule) END)
        FROM message earlier LEFT JOIN decision ON decision."messageId" = earlier.id
        WHERE earlier."conversationId" = own."conversationId" AND earlier.kind = 'inbound' AND earlier.seq < own.seq
          AND earlier.seq >= (SELECT max("firstSeq") FROM episode
            WHERE "conversationId" = own."conversationId" AND "firstSeq" <= own.seq)
        ORDER BY earlier.seq DESC LIMIT ${mostEarlier}) AS earlier
    FROM training_example example
    LEFT JOIN intent ON intent.id = example."intentId" AND intent."workspaceId" = example."workspaceId"
    LEFT JOIN resolution ON resolution.id = example."resolutionId" AND resolution."workspaceId" = example."workspaceId"
    LEFT JOIN message own ON own.id = example."messageId" AND own."workspaceId" = example."workspaceId"
    LEFT JOIN decision decided ON decided."messageId" = own.id
    WHERE example."workspaceId" = ${workspaceId}::uuid AND ${which}
    ORDER BY example.id`;
  const numbers = await numberPatterns(db, workspaceId);
  return rows.map(({ earlier, leans, ...row }) => {
    const asServed = modelInput(row.text, around({ text: row.text, earlier }), numbers);
    return { ...row, asServed, text: (leans ? afterPrevious(asServed) : null) ?? asServed.text };
  });
}
