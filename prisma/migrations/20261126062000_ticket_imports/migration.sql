CREATE TYPE "ImportStatus" AS ENUM
  ('uploading', 'uploaded', 'reading', 'read', 'clustering', 'adding', 'added', 'failed', 'cancelled');

CREATE TABLE "ticket_import" (
  "id" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "createdById" UUID NOT NULL,
  "fileName" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "received" INTEGER NOT NULL DEFAULT 0,
  "status" "ImportStatus" NOT NULL DEFAULT 'uploading',
  "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
  "claimId" UUID,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "source" TEXT,
  "preview" JSONB,
  "mapping" JSONB,
  "report" JSONB,
  "categories" JSONB NOT NULL DEFAULT '[]',
  "clustered" BOOLEAN NOT NULL DEFAULT false,
  "unclustered" INTEGER NOT NULL DEFAULT 0,
  "chosen" JSONB,
  "chosenById" UUID,
  "error" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ticket_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ticket_import_workspaceId_createdAt_idx" ON "ticket_import"("workspaceId", "createdAt");
CREATE INDEX "ticket_import_status_idx" ON "ticket_import"("status");

CREATE TABLE "ticket_import_part" (
  "importId" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "offset" INTEGER NOT NULL,
  "content" BYTEA NOT NULL,
  CONSTRAINT "ticket_import_part_pkey" PRIMARY KEY ("importId", "offset")
);

CREATE TABLE "imported_ticket" (
  "id" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "importId" UUID NOT NULL,
  "rowNumber" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "category" TEXT,
  "reply" TEXT,
  "refusal" TEXT,
  CONSTRAINT "imported_ticket_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "imported_ticket_importId_rowNumber_key" ON "imported_ticket"("importId", "rowNumber");
