-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ConversationStatus" AS ENUM ('bot', 'queued', 'open', 'snoozed', 'resolved');

-- CreateEnum
CREATE TYPE "OwnerType" AS ENUM ('bot', 'queue', 'agent');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('inbound', 'outbound', 'activity', 'note');

-- CreateEnum
CREATE TYPE "SenderType" AS ENUM ('contact', 'bot', 'agent', 'system');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('answer', 'clarify', 'escalate');

-- CreateEnum
CREATE TYPE "EscalationReason" AS ENUM ('customer_request', 'low_confidence', 'out_of_scope', 'intent_not_automated', 'repeated_failure', 'negative_feedback', 'policy', 'system_failure', 'audit_sample');

-- CreateEnum
CREATE TYPE "AssignmentStatus" AS ENUM ('offered', 'accepted', 'declined', 'timed_out', 'withdrawn', 'released');

-- CreateEnum
CREATE TYPE "AgentStatusKind" AS ENUM ('online', 'busy', 'away', 'offline');

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('owner', 'admin', 'supervisor', 'agent');

-- CreateEnum
CREATE TYPE "ResolutionKind" AS ENUM ('confirmed', 'corrected', 'out_of_scope', 'unlabelled');

-- CreateEnum
CREATE TYPE "ExampleSource" AS ENUM ('agent_confirm', 'agent_correction', 'audit', 'import');

-- CreateEnum
CREATE TYPE "ExampleState" AS ENUM ('candidate', 'approved', 'rejected', 'erased');

-- CreateEnum
CREATE TYPE "ModelStage" AS ENUM ('candidate', 'shadow', 'active', 'retired');

-- CreateEnum
CREATE TYPE "TrainingTrigger" AS ENUM ('schedule', 'on_demand', 'first_start');

-- CreateEnum
CREATE TYPE "TrainingStatus" AS ENUM ('queued', 'running', 'succeeded', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "TrainingPhase" AS ENUM ('dataset', 'train', 'calibrate', 'evaluate', 'register', 'promote');

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "orderApiUrl" TEXT,
    "offerSeconds" INTEGER NOT NULL DEFAULT 30,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "channelType" TEXT NOT NULL DEFAULT 'web_widget',
    "allowedOrigins" TEXT[],
    "greeting" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_session" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "UserRole" NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateTable
CREATE TABLE "agent_status" (
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "status" "AgentStatusKind" NOT NULL DEFAULT 'offline',
    "capacity" INTEGER NOT NULL DEFAULT 5,
    "seenAt" TIMESTAMPTZ(3),
    "lastAssignedAt" TIMESTAMPTZ(3),

    CONSTRAINT "agent_status_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "inboxId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "status" "ConversationStatus" NOT NULL DEFAULT 'bot',
    "ownerType" "OwnerType" NOT NULL DEFAULT 'bot',
    "ownerId" UUID,
    "ownerEpoch" INTEGER NOT NULL DEFAULT 0,
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "lastPublicSeq" INTEGER NOT NULL DEFAULT 0,
    "episodeStartSeq" INTEGER NOT NULL DEFAULT 1,
    "reason" "EscalationReason",
    "lastMessagePreview" TEXT NOT NULL DEFAULT '',
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "previousPublicSeq" INTEGER NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "senderType" "SenderType" NOT NULL,
    "senderId" UUID,
    "senderName" TEXT,
    "text" TEXT NOT NULL,
    "quickReplies" JSONB NOT NULL DEFAULT '[]',
    "clientMessageId" UUID NOT NULL,
    "modelVersionId" UUID,
    "awaitingDecision" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prediction" (
    "messageId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "modelVersionId" UUID NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "oosScore" DOUBLE PRECISION NOT NULL,
    "topK" JSONB NOT NULL,
    "similar" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prediction_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "decision" (
    "messageId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" "EscalationReason",
    "intentId" UUID,
    "modelVersionId" UUID,
    "ownerEpoch" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "messageId" UUID,
    "reason" "EscalationReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_entry" (
    "conversationId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "escalationId" UUID NOT NULL,
    "enqueuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_entry_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "status" "AssignmentStatus" NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intent" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "automate" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "intentId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "slots" TEXT[],
    "action" TEXT,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "kind" "ResolutionKind" NOT NULL,
    "intentId" UUID,
    "predictedIntentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transcript" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "messages" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transcript_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_example" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "intentId" UUID,
    "outOfScope" BOOLEAN NOT NULL DEFAULT false,
    "source" "ExampleSource" NOT NULL,
    "state" "ExampleState" NOT NULL,
    "contactId" UUID,
    "messageId" UUID,
    "resolutionId" UUID,
    "reply" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_example_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_snapshot" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "exampleIds" UUID[],
    "checksum" TEXT NOT NULL,
    "nTrain" INTEGER NOT NULL,
    "nGold" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_run" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "trigger" "TrainingTrigger" NOT NULL,
    "status" "TrainingStatus" NOT NULL,
    "phase" "TrainingPhase",
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "secondsLeft" DOUBLE PRECISION,
    "losses" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "snapshotId" UUID,
    "modelVersionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "training_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_schedule" (
    "workspaceId" UUID NOT NULL,
    "cron" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "training_schedule_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "model_version" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "stage" "ModelStage" NOT NULL,
    "method" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "nExamples" INTEGER NOT NULL,
    "metrics" JSONB,
    "gate" JSONB NOT NULL DEFAULT '[]',
    "parentId" UUID,
    "snapshotId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_artifact" (
    "modelVersionId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "checksum" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "model_artifact_pkey" PRIMARY KEY ("modelVersionId","path")
);

-- CreateTable
CREATE TABLE "threshold_policy" (
    "workspaceId" UUID NOT NULL,
    "riskLimit" DOUBLE PRECISION NOT NULL DEFAULT 0.05,
    "confidenceLevel" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "threshold" DOUBLE PRECISION,
    "nCalibration" INTEGER NOT NULL DEFAULT 0,
    "certifiedAt" TIMESTAMPTZ(3),
    "modelVersionId" UUID,

    CONSTRAINT "threshold_policy_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "actorType" TEXT NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_key_key" ON "inbox"("key");

-- CreateIndex
CREATE INDEX "inbox_workspaceId_idx" ON "inbox"("workspaceId");

-- CreateIndex
CREATE INDEX "contact_workspaceId_idx" ON "contact"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "contact_session_tokenHash_key" ON "contact_session"("tokenHash");

-- CreateIndex
CREATE INDEX "contact_session_contactId_idx" ON "contact_session"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "user_workspaceId_idx" ON "user"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_tokenHash_key" ON "user_session"("tokenHash");

-- CreateIndex
CREATE INDEX "user_session_userId_idx" ON "user_session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "team_workspaceId_name_key" ON "team"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "team_member_userId_idx" ON "team_member"("userId");

-- CreateIndex
CREATE INDEX "agent_status_workspaceId_status_idx" ON "agent_status"("workspaceId", "status");

-- CreateIndex
CREATE INDEX "conversation_workspaceId_lastMessageAt_id_idx" ON "conversation"("workspaceId", "lastMessageAt" DESC, "id");

-- CreateIndex
CREATE INDEX "conversation_workspaceId_status_lastMessageAt_id_idx" ON "conversation"("workspaceId", "status", "lastMessageAt" DESC, "id");

-- CreateIndex
CREATE INDEX "conversation_workspaceId_ownerId_status_lastMessageAt_idx" ON "conversation"("workspaceId", "ownerId", "status", "lastMessageAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "conversation_contactId_inboxId_key" ON "conversation"("contactId", "inboxId");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversationId_clientMessageId_key" ON "message"("conversationId", "clientMessageId");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversationId_seq_key" ON "message"("conversationId", "seq");

-- CreateIndex
CREATE INDEX "prediction_conversationId_idx" ON "prediction"("conversationId");

-- CreateIndex
CREATE INDEX "prediction_workspaceId_createdAt_idx" ON "prediction"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "decision_conversationId_idx" ON "decision"("conversationId");

-- CreateIndex
CREATE INDEX "decision_workspaceId_createdAt_idx" ON "decision"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "escalation_conversationId_idx" ON "escalation"("conversationId");

-- CreateIndex
CREATE INDEX "escalation_workspaceId_createdAt_idx" ON "escalation"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "queue_entry_workspaceId_enqueuedAt_conversationId_idx" ON "queue_entry"("workspaceId", "enqueuedAt", "conversationId");

-- CreateIndex
CREATE INDEX "assignment_conversationId_status_idx" ON "assignment"("conversationId", "status");

-- CreateIndex
CREATE INDEX "assignment_workspaceId_agentId_status_idx" ON "assignment"("workspaceId", "agentId", "status");

-- CreateIndex
CREATE INDEX "assignment_status_expiresAt_idx" ON "assignment"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "intent_workspaceId_name_key" ON "intent"("workspaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "answer_intentId_locale_version_key" ON "answer"("intentId", "locale", "version");

-- CreateIndex
CREATE INDEX "resolution_conversationId_idx" ON "resolution"("conversationId");

-- CreateIndex
CREATE INDEX "resolution_workspaceId_createdAt_idx" ON "resolution"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "transcript_resolutionId_key" ON "transcript"("resolutionId");

-- CreateIndex
CREATE INDEX "transcript_conversationId_idx" ON "transcript"("conversationId");

-- CreateIndex
CREATE INDEX "training_example_workspaceId_state_createdAt_idx" ON "training_example"("workspaceId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "training_example_resolutionId_idx" ON "training_example"("resolutionId");

-- CreateIndex
CREATE INDEX "dataset_snapshot_workspaceId_createdAt_idx" ON "dataset_snapshot"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "training_run_workspaceId_createdAt_idx" ON "training_run"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "model_version_workspaceId_stage_idx" ON "model_version"("workspaceId", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_workspaceId_version_key" ON "model_version"("workspaceId", "version");

-- CreateIndex
CREATE INDEX "audit_event_workspaceId_createdAt_idx" ON "audit_event"("workspaceId", "createdAt");

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_intentId_fkey" FOREIGN KEY ("intentId") REFERENCES "intent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_artifact" ADD CONSTRAINT "model_artifact_modelVersionId_fkey" FOREIGN KEY ("modelVersionId") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The sweep's question: which visitor messages have waited too long for a decision?
CREATE INDEX "message_awaiting_decision" ON "message"("createdAt") WHERE "awaitingDecision";
