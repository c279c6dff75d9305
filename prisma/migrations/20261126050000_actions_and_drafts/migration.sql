ALTER TYPE "ExampleSource" ADD VALUE 'starter_kit';
ALTER TYPE "ExampleSource" ADD VALUE 'try_it';

CREATE TYPE "ActionIdentity" AS ENUM ('public', 'verified_contact', 'signed_in');

CREATE TABLE "action" (
  "id" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "body" TEXT NOT NULL DEFAULT '',
  "headerName" TEXT NOT NULL DEFAULT '',
  "headerSecret" TEXT,
  "slots" JSONB NOT NULL,
  "outputs" JSONB NOT NULL,
  "identity" "ActionIdentity" NOT NULL,
  "confirmedBy" JSONB NOT NULL DEFAULT '[]',
  "timeoutMs" INTEGER NOT NULL DEFAULT 3000,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "action_workspaceId_name_key" ON "action"("workspaceId", "name");

ALTER TABLE "answer"
  ADD COLUMN "conditions" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "actionId" UUID,
  ADD COLUMN "createdById" UUID,
  ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ALTER COLUMN "approvedAt" DROP NOT NULL;

ALTER TABLE "training_example" ADD COLUMN "importId" UUID;
