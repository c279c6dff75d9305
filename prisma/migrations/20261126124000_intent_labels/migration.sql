CREATE TABLE "intent_label" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "spanFrom" INTEGER,
    "spanTo" INTEGER,
    "agentId" UUID NOT NULL,
    "intentId" UUID,
    "outOfScope" BOOLEAN NOT NULL DEFAULT false,
    "predictedIntentId" UUID,
    "exampleId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intent_label_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "intent_label_resolutionId_idx" ON "intent_label"("resolutionId");

CREATE INDEX "intent_label_workspaceId_createdAt_idx" ON "intent_label"("workspaceId", "createdAt");
UPDATE "resolution" r SET "messageId" = t."messageId"
FROM "training_example" t WHERE t."resolutionId" = r.id AND t."workspaceId" = r."workspaceId";

INSERT INTO "intent_label" ("id", "workspaceId", "resolutionId", "messageId", "agentId", "intentId", "outOfScope", "predictedIntentId", "exampleId", "createdAt")
SELECT gen_random_uuid(), r."workspaceId", r.id, t."messageId", r."agentId", t."intentId", t."outOfScope", r."predictedIntentId", t.id, r."createdAt"
FROM "resolution" r JOIN "training_example" t ON t."resolutionId" = r.id AND t."workspaceId" = r."workspaceId"
WHERE t."messageId" IS NOT NULL;
