CREATE TYPE "SmallTalk" AS ENUM ('greeting', 'thanks', 'acknowledgement', 'goodbye', 'waiting', 'identity', 'unhappy');

ALTER TABLE "decision" ADD COLUMN "episodeId" UUID, ADD COLUMN "smallTalk" "SmallTalk";
UPDATE "decision" d SET "episodeId" = e.id
FROM "message" m JOIN "episode" e ON e."conversationId" = m."conversationId" AND e."firstSeq" <= m.seq
WHERE m.id = d."messageId" AND m.seq <= coalesce(e."lastSeq", m.seq);

ALTER TABLE "assignment" ADD COLUMN "acceptedAt" TIMESTAMPTZ(3);
UPDATE "assignment" a SET "acceptedAt" = coalesce((
  SELECT min(m."createdAt") FROM "message" m
  WHERE m."conversationId" = a."conversationId" AND m.activity->>'code' = 'joined'
    AND m."createdAt" >= a."offeredAt" AND m."createdAt" <= coalesce(a."endedAt", now())
), a."endedAt", a."offeredAt") WHERE a.status IN ('accepted', 'released');
CREATE INDEX "assignment_workspaceId_acceptedAt_idx" ON "assignment"("workspaceId", "acceptedAt");

ALTER TABLE "training_example" ADD COLUMN "changedById" UUID;
UPDATE "training_example" t SET "changedById" = (
  SELECT a."actorId" FROM "audit_event" a
  WHERE a."workspaceId" = t."workspaceId" AND a."subjectId" = t.id AND a.action = 'example.changed' AND a."actorType" = 'user'
  ORDER BY a.id DESC LIMIT 1
) WHERE t."changedAt" IS NOT NULL;
