ALTER TABLE "training_example"
  ADD COLUMN "suspectedIntentId" UUID,
  ADD COLUMN "suspicion" DOUBLE PRECISION,
  ADD COLUMN "changedAt" TIMESTAMPTZ(3);
CREATE INDEX "training_example_workspaceId_suspicion_idx" ON "training_example"("workspaceId", "suspicion");
CREATE INDEX "training_example_workspaceId_intentId_idx" ON "training_example"("workspaceId", "intentId");
CREATE INDEX "training_example_messageId_idx" ON "training_example"("messageId");

ALTER TABLE "model_version" ADD COLUMN "reviewedAt" TIMESTAMPTZ(3);
