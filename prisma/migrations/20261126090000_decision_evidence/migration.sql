ALTER TYPE "DecisionKind" ADD VALUE 'small_talk';
ALTER TYPE "DecisionRule" ADD VALUE 'too_general';
ALTER TYPE "DecisionRule" ADD VALUE 'small_talk';
ALTER TYPE "DecisionRule" ADD VALUE 'several_requests';
ALTER TYPE "DecisionRule" ADD VALUE 'sensitive_topic';
ALTER TYPE "DecisionRule" ADD VALUE 'upset';
ALTER TYPE "DecisionRule" ADD VALUE 'other_language';
ALTER TYPE "DecisionRule" ADD VALUE 'contradicted';
ALTER TYPE "EscalationReason" ADD VALUE 'sensitive_topic';
ALTER TYPE "EscalationReason" ADD VALUE 'negative_feedback';
ALTER TYPE "EscalationReason" ADD VALUE 'other_language';
CREATE TYPE "OtherLanguages" AS ENUM ('people', 'answer');

ALTER TABLE "workspace"
  ADD COLUMN "country" TEXT NOT NULL DEFAULT 'GB',
  ADD COLUMN "otherLanguages" "OtherLanguages" NOT NULL DEFAULT 'people';

ALTER TABLE "decision" ADD COLUMN "threshold" DOUBLE PRECISION, ADD COLUMN "evidence" JSONB;

ALTER TABLE "escalation" ADD COLUMN "urgent" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "queue_entry" ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 0;
DROP INDEX "queue_entry_workspaceId_enqueuedAt_conversationId_idx";
CREATE INDEX "queue_entry_workspaceId_priority_enqueuedAt_conversationId_idx"
  ON "queue_entry"("workspaceId", "priority" DESC, "enqueuedAt", "conversationId");

CREATE TABLE "topic_settings" (
  "workspaceId" UUID NOT NULL,
  "disabled" TEXT[],
  "own" JSONB NOT NULL DEFAULT '[]',
  "helpLine" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "topic_settings_pkey" PRIMARY KEY ("workspaceId")
);
