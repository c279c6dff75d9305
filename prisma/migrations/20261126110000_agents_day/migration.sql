-- CreateEnum
CREATE TYPE "ConversationPriority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "AssignmentPolicy" AS ENUM ('round_robin', 'balanced', 'manual');

-- CreateEnum
CREATE TYPE "SkillKind" AS ENUM ('language', 'topic');

-- CreateEnum
CREATE TYPE "SlaTimerKind" AS ENUM ('first_response', 'next_response', 'resolution');

-- CreateEnum
CREATE TYPE "CsatAnsweredBy" AS ENUM ('bot', 'agent');

-- AlterEnum
ALTER TYPE "ConversationStatus" ADD VALUE 'snoozed';

-- AlterTable
ALTER TABLE "agent_status" ADD COLUMN     "missedOffers" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "takesChats" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "agentReadSeq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contactDeliveredSeq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contactReadSeq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lastSenderType" "SenderType",
ADD COLUMN     "priority" "ConversationPriority" NOT NULL DEFAULT 'normal',
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "teamId" UUID,
ADD COLUMN     "waitingSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "messageId" UUID,
ADD COLUMN     "pickedRank" INTEGER,
ADD COLUMN     "shuffled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "policy" "AssignmentPolicy" NOT NULL DEFAULT 'round_robin',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

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
CREATE TABLE "agent_skill" (
    "userId" UUID NOT NULL,
    "kind" "SkillKind" NOT NULL,
    "value" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,

    CONSTRAINT "agent_skill_pkey" PRIMARY KEY ("userId","kind","value")
);

-- CreateTable
CREATE TABLE "sla_policy" (
    "workspaceId" UUID NOT NULL,
    "firstResponseSeconds" INTEGER,
    "nextResponseSeconds" INTEGER,
    "resolutionSeconds" INTEGER,
    "warnFraction" DOUBLE PRECISION NOT NULL DEFAULT 0.8,
    "businessHoursOnly" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "sla_timer" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "episodeId" UUID NOT NULL,
    "kind" "SlaTimerKind" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "warnAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "warnedAt" TIMESTAMPTZ(3),
    "breachedAt" TIMESTAMPTZ(3),
    "metAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "sla_timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_label" (
    "conversationId" UUID NOT NULL,
    "labelId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,

    CONSTRAINT "conversation_label_pkey" PRIMARY KEY ("conversationId","labelId")
);

-- CreateTable
CREATE TABLE "conversation_read" (
    "userId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "readSeq" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_read_pkey" PRIMARY KEY ("userId","conversationId")
);

-- CreateTable
CREATE TABLE "mention" (
    "messageId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("messageId","userId")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "messageId" UUID,
    "senderType" "SenderType" NOT NULL,
    "senderId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "csat_response" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "episodeId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "answeredBy" "CsatAnsweredBy" NOT NULL,
    "agentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "csat_response_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "team_workspaceId_name_key" ON "team"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "team_member_userId_idx" ON "team_member"("userId");

-- CreateIndex
CREATE INDEX "agent_skill_workspaceId_idx" ON "agent_skill"("workspaceId");

-- CreateIndex
CREATE INDEX "sla_timer_conversationId_kind_idx" ON "sla_timer"("conversationId", "kind");

-- CreateIndex
CREATE INDEX "sla_timer_workspaceId_dueAt_idx" ON "sla_timer"("workspaceId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "label_workspaceId_name_key" ON "label"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "conversation_label_labelId_idx" ON "conversation_label"("labelId");

-- CreateIndex
CREATE INDEX "conversation_read_conversationId_idx" ON "conversation_read"("conversationId");

-- CreateIndex
CREATE INDEX "mention_userId_createdAt_idx" ON "mention"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "mention_conversationId_idx" ON "mention"("conversationId");

-- CreateIndex
CREATE INDEX "attachment_messageId_idx" ON "attachment"("messageId");

-- CreateIndex
CREATE INDEX "attachment_conversationId_idx" ON "attachment"("conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "csat_response_episodeId_key" ON "csat_response"("episodeId");

-- CreateIndex
CREATE INDEX "csat_response_workspaceId_createdAt_idx" ON "csat_response"("workspaceId", "createdAt");

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_label" ADD CONSTRAINT "conversation_label_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "conversation" c SET "lastSenderType" = (
  SELECT "senderType" FROM "message" WHERE "conversationId" = c.id AND kind IN ('inbound', 'outbound') ORDER BY seq DESC LIMIT 1
);

UPDATE "conversation" c SET "waitingSince" = (
  SELECT min(m."createdAt") FROM "message" m
  WHERE m."conversationId" = c.id AND m.kind = 'inbound' AND m.seq > coalesce((
    SELECT max(seq) FROM "message" WHERE "conversationId" = c.id AND kind = 'outbound' AND "senderType" = 'agent'), 0)
) WHERE c.status IN ('queued', 'open');
