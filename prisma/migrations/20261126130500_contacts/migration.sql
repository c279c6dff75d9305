ALTER TABLE "workspace" ADD COLUMN "contactAttributes" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "contact" ADD COLUMN "attributes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "mergedIntoId" UUID;

CREATE INDEX "contact_mergedIntoId_idx" ON "contact"("mergedIntoId");

ALTER TABLE "contact_session" ADD COLUMN "userAgent" TEXT;
