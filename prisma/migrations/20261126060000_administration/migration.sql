ALTER TABLE "workspace" ADD COLUMN IF NOT EXISTS "orderNumberPattern" TEXT NOT NULL DEFAULT '';
ALTER TABLE "workspace"
  ADD COLUMN "timeZone" TEXT NOT NULL DEFAULT 'UTC',
  ADD COLUMN "customerNumberPattern" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "checklistDismissed" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "triedAt" TIMESTAMPTZ(3);

CREATE TABLE "business_hours" (
  "workspaceId" UUID NOT NULL,
  "timeZone" TEXT NOT NULL,
  "week" JSONB NOT NULL,
  "holidays" JSONB NOT NULL,
  CONSTRAINT "business_hours_pkey" PRIMARY KEY ("workspaceId")
);

ALTER TABLE "inbox"
  ADD COLUMN "greetingOutsideHours" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "appearance" JSONB NOT NULL DEFAULT '{"accent":"#0f6b5c","surface":"#ffffff","position":"right","launcher":"icon","launcherLabel":""}',
  ADD COLUMN "disabledAt" TIMESTAMPTZ(3);

CREATE TABLE "widget_sighting" (
  "inboxId" UUID NOT NULL,
  "origin" TEXT NOT NULL,
  "workspaceId" UUID NOT NULL,
  "pageUrl" TEXT,
  "allowed" BOOLEAN NOT NULL,
  "seenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "widget_sighting_pkey" PRIMARY KEY ("inboxId", "origin")
);
CREATE INDEX "widget_sighting_workspaceId_idx" ON "widget_sighting"("workspaceId");

ALTER TABLE "user_session" ADD COLUMN "userAgent" TEXT;

CREATE TABLE "invitation" (
  "id" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "email" TEXT NOT NULL,
  "role" "UserRole" NOT NULL,
  "capacity" INTEGER NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");
CREATE UNIQUE INDEX "invitation_workspaceId_email_key" ON "invitation"("workspaceId", "email");

CREATE TABLE "password_reset" (
  "userId" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "password_reset_pkey" PRIMARY KEY ("userId")
);
CREATE UNIQUE INDEX "password_reset_tokenHash_key" ON "password_reset"("tokenHash");
CREATE INDEX "password_reset_workspaceId_idx" ON "password_reset"("workspaceId");

-- Ids sort by time: the log is read by them, newest first.
DROP INDEX "audit_event_workspaceId_createdAt_idx";
CREATE INDEX "audit_event_workspaceId_id_idx" ON "audit_event"("workspaceId", "id");
