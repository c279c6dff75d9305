-- Values and tables that nothing wrote or read. A row that has one of them all the same stops the migration.
ALTER TYPE "ConversationStatus" RENAME TO "ConversationStatus_old";
CREATE TYPE "ConversationStatus" AS ENUM ('bot', 'queued', 'open', 'resolved');
ALTER TABLE "conversation" ALTER COLUMN "status" DROP DEFAULT;
ALTER TABLE "conversation" ALTER COLUMN "status" TYPE "ConversationStatus" USING ("status"::text::"ConversationStatus");
ALTER TABLE "conversation" ALTER COLUMN "status" SET DEFAULT 'bot';
DROP TYPE "ConversationStatus_old";

ALTER TYPE "EscalationReason" RENAME TO "EscalationReason_old";
CREATE TYPE "EscalationReason" AS ENUM ('customer_request', 'low_confidence', 'out_of_scope', 'intent_not_automated', 'repeated_failure', 'system_failure');
ALTER TABLE "conversation" ALTER COLUMN "reason" TYPE "EscalationReason" USING ("reason"::text::"EscalationReason");
ALTER TABLE "decision" ALTER COLUMN "reason" TYPE "EscalationReason" USING ("reason"::text::"EscalationReason");
ALTER TABLE "escalation" ALTER COLUMN "reason" TYPE "EscalationReason" USING ("reason"::text::"EscalationReason");
DROP TYPE "EscalationReason_old";

ALTER TYPE "ModelStage" RENAME TO "ModelStage_old";
CREATE TYPE "ModelStage" AS ENUM ('candidate', 'active', 'retired');
ALTER TABLE "model_version" ALTER COLUMN "stage" TYPE "ModelStage" USING ("stage"::text::"ModelStage");
DROP TYPE "ModelStage_old";

-- Only approved examples were ever trained on: without the column every row is one.
DELETE FROM "training_example" WHERE "state" <> 'approved';
DROP INDEX "training_example_workspaceId_state_createdAt_idx";
ALTER TABLE "training_example" DROP COLUMN "state";
CREATE INDEX "training_example_workspaceId_createdAt_idx" ON "training_example"("workspaceId", "createdAt");
DROP TYPE "ExampleState";

DROP TABLE "team_member";
DROP TABLE "team";
ALTER TABLE "inbox" DROP COLUMN "channelType";

-- Episodes.
CREATE TYPE "EpisodeCloser" AS ENUM ('bot', 'agent');
CREATE TYPE "EpisodeOutcome" AS ENUM ('handed_off', 'assumed', 'abandoned');

CREATE TABLE "episode" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "firstSeq" INTEGER NOT NULL,
    "lastSeq" INTEGER,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" "EpisodeCloser",
    "outcome" "EpisodeOutcome",
    "firstHumanResponseAt" TIMESTAMPTZ(3),
    "locale" TEXT,
    "pageUrl" TEXT,

    CONSTRAINT "episode_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "workspace" ADD COLUMN "quietMinutes" INTEGER NOT NULL DEFAULT 30;
ALTER TABLE "contact_session" ADD COLUMN "locale" TEXT, ADD COLUMN "pageUrl" TEXT;
ALTER TABLE "conversation" ADD COLUMN "episodeId" UUID;
ALTER TABLE "escalation" ADD COLUMN "episodeId" UUID;
ALTER TABLE "resolution" ADD COLUMN "episodeId" UUID;
ALTER TABLE "message" ADD COLUMN "activity" JSONB;

-- Every resolution ended an episode; its transcript begins where the episode did. The line about the resolution, which follows
-- the transcript, ends it. The k-th resolution's own number stands in for the first seq where no message is left.
UPDATE "resolution" SET "episodeId" = gen_random_uuid();
INSERT INTO "episode" ("id", "workspaceId", "conversationId", "firstSeq", "lastSeq", "openedAt", "closedAt", "closedBy", "outcome")
SELECT r."episodeId", r."workspaceId", r."conversationId", r.first, COALESCE(ended.seq, r.last, r.first),
  LEAST(COALESCE(opening."createdAt", r."createdAt"), r."createdAt"), r."createdAt", 'agent', 'handed_off'
FROM (
  SELECT resolution.*, (t.messages->-1->>'seq')::int AS last,
    COALESCE((t.messages->0->>'seq')::int,
      row_number() OVER (PARTITION BY resolution."conversationId" ORDER BY resolution."createdAt", resolution.id)::int) AS first
  FROM "resolution" LEFT JOIN "transcript" t ON t."resolutionId" = resolution.id
) r
LEFT JOIN "message" opening ON opening."conversationId" = r."conversationId" AND opening.seq = r.first
LEFT JOIN LATERAL (
  SELECT min(seq) AS seq FROM "message"
  WHERE "conversationId" = r."conversationId" AND seq > r.last AND kind = 'activity' AND text LIKE '% resolved the conversation'
) ended ON true;

-- The span that was under way, or, where a conversation was closed without a resolution, the last one.
INSERT INTO "episode" ("id", "workspaceId", "conversationId", "firstSeq", "lastSeq", "openedAt", "closedAt", "closedBy", "outcome")
SELECT gen_random_uuid(), c."workspaceId", c.id, c."episodeStartSeq",
  CASE WHEN c.status = 'resolved' THEN c."nextSeq" - 1 END, COALESCE(opening."createdAt", c."createdAt"),
  CASE WHEN c.status = 'resolved' THEN COALESCE(c."resolvedAt", c."lastMessageAt") END,
  CASE WHEN c.status = 'resolved' THEN 'agent'::"EpisodeCloser" END,
  CASE WHEN c.status = 'resolved' THEN 'handed_off'::"EpisodeOutcome" END
FROM "conversation" c
LEFT JOIN "message" opening ON opening."conversationId" = c.id AND opening.seq = c."episodeStartSeq"
WHERE c."nextSeq" > 1
  AND NOT EXISTS (SELECT FROM "episode" e WHERE e."conversationId" = c.id AND e."firstSeq" >= c."episodeStartSeq");

UPDATE "conversation" c SET "episodeId" = (
  SELECT e.id FROM "episode" e WHERE e."conversationId" = c.id ORDER BY e."firstSeq" DESC LIMIT 1);

-- By its message where it names one, else (an agent who was gone) by its time.
UPDATE "escalation" SET "episodeId" = (
  SELECT e.id FROM "episode" e LEFT JOIN "message" m ON m.id = escalation."messageId"
  WHERE e."conversationId" = escalation."conversationId"
    AND CASE WHEN m.id IS NULL THEN e."openedAt" <= escalation."createdAt" ELSE e."firstSeq" <= m.seq END
  ORDER BY e."firstSeq" DESC LIMIT 1);
DELETE FROM "escalation" WHERE "episodeId" IS NULL; -- of conversations that have no message

UPDATE "episode" e SET "firstHumanResponseAt" = (
  SELECT min(m."createdAt") FROM "message" m
  WHERE m."conversationId" = e."conversationId" AND m.seq BETWEEN e."firstSeq" AND COALESCE(e."lastSeq", m.seq)
    AND m.kind = 'outbound' AND m."senderType" = 'agent'
    AND m."createdAt" >= (SELECT min("createdAt") FROM "escalation" WHERE "episodeId" = e.id));

ALTER TABLE "conversation" DROP COLUMN "episodeStartSeq", DROP COLUMN "resolvedAt";
ALTER TABLE "escalation" ALTER COLUMN "episodeId" SET NOT NULL;
ALTER TABLE "resolution" ALTER COLUMN "episodeId" SET NOT NULL;

CREATE UNIQUE INDEX "episode_conversationId_firstSeq_key" ON "episode"("conversationId", "firstSeq");
CREATE UNIQUE INDEX "episode_open" ON "episode"("conversationId") WHERE "closedAt" IS NULL;
CREATE INDEX "episode_workspaceId_openedAt_idx" ON "episode"("workspaceId", "openedAt");
CREATE UNIQUE INDEX "resolution_episodeId_key" ON "resolution"("episodeId");
DROP INDEX "escalation_conversationId_idx";
CREATE INDEX "escalation_episodeId_idx" ON "escalation"("episodeId");
DROP INDEX "contact_session_contactId_idx";
CREATE INDEX "contact_session_contactId_createdAt_idx" ON "contact_session"("contactId", "createdAt");

-- Activities: the sentences of earlier versions become codes. One that is not recognised keeps its sentence.
UPDATE "message" m SET text = '', activity = known.activity
FROM (
  SELECT id, CASE
    WHEN "senderType" = 'contact' AND text = 'Asked to talk to a person' THEN '{"code": "asked_for_person", "params": {}}'::jsonb
    WHEN "senderType" <> 'system' THEN NULL
    WHEN text = 'Handed over to our team' THEN (
      SELECT jsonb_build_object('code', 'handed_over', 'params', jsonb_build_object('reason', e.reason))
      FROM "escalation" e JOIN "message" asked ON asked.id = e."messageId"
      WHERE e."conversationId" = a."conversationId" AND asked.seq < a.seq ORDER BY asked.seq DESC LIMIT 1)
    WHEN text = 'The agent is away; the conversation waits for the next one' THEN (
      SELECT jsonb_build_object('code', 'requeued', 'params',
        jsonb_build_object('agentName', regexp_replace(joined.text, ' joined the conversation$', '')))
      FROM "message" joined
      WHERE joined."conversationId" = a."conversationId" AND joined.seq < a.seq AND joined.kind = 'activity'
        AND joined.text LIKE '% joined the conversation' ORDER BY joined.seq DESC LIMIT 1)
    WHEN text LIKE '% joined the conversation' THEN
      jsonb_build_object('code', 'joined', 'params',
        jsonb_build_object('agentName', regexp_replace(text, ' joined the conversation$', '')))
    WHEN text LIKE '% resolved the conversation' THEN
      jsonb_build_object('code', 'resolved', 'params',
        jsonb_build_object('agentName', regexp_replace(text, ' resolved the conversation$', '')))
    WHEN text LIKE '% handed the conversation back to the assistant' THEN
      jsonb_build_object('code', 'handed_back', 'params',
        jsonb_build_object('agentName', regexp_replace(text, ' handed the conversation back to the assistant$', '')))
  END AS activity
  FROM "message" a WHERE kind = 'activity'
) known
WHERE known.id = m.id AND known.activity IS NOT NULL;

UPDATE "transcript" t SET messages = (
  SELECT jsonb_agg(CASE WHEN m.activity IS NULL THEN line.value
    ELSE line.value || jsonb_build_object('text', '', 'activity', m.activity) END ORDER BY line.ordinality)
  FROM jsonb_array_elements(t.messages) WITH ORDINALITY line
  LEFT JOIN "message" m ON m."conversationId" = t."conversationId" AND m.seq = (line.value->>'seq')::int)
WHERE t.messages @> '[{"kind": "activity"}]';
