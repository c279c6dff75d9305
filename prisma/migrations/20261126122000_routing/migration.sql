DROP INDEX "queue_entry_workspaceId_priority_enqueuedAt_conversationId_idx";

ALTER TABLE "workspace" ADD COLUMN     "assignmentPolicy" "AssignmentPolicy" NOT NULL DEFAULT 'round_robin',
ADD COLUMN     "stickyMinutes" INTEGER NOT NULL DEFAULT 60;

ALTER TABLE "queue_entry" ADD COLUMN     "agentId" UUID,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "orderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "topic" TEXT;

UPDATE "queue_entry" SET priority = CASE WHEN priority > 0 THEN 2 ELSE 0 END;
UPDATE "queue_entry" SET "orderedAt" = "enqueuedAt" - CASE WHEN priority = 2 THEN interval '24 hours' ELSE interval '0' END;

UPDATE "agent_status" SET "takesChats" = false
FROM "user" WHERE "user".id = "agent_status"."userId" AND "user".role <> 'agent';

CREATE TABLE "routing_rule" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "teamId" UUID NOT NULL,
    "inboxId" UUID,
    "intent" TEXT,
    "reason" "EscalationReason",
    "language" TEXT,

    CONSTRAINT "routing_rule_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "routing_rule_workspaceId_position_idx" ON "routing_rule"("workspaceId", "position");

CREATE INDEX "queue_entry_workspaceId_orderedAt_conversationId_idx" ON "queue_entry"("workspaceId", "orderedAt", "conversationId");

CREATE INDEX "sla_timer_open" ON "sla_timer"("warnAt") WHERE "metAt" IS NULL AND "cancelledAt" IS NULL;

ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
