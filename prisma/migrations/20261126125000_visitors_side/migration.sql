CREATE TYPE "MailDeliveryState" AS ENUM ('waiting', 'sent', 'failed', 'read');

ALTER TABLE "contact" ADD COLUMN     "emailConsentAt" TIMESTAMPTZ(3);

ALTER TABLE "conversation" ADD COLUMN     "contactDeliveredAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactReadAt" TIMESTAMPTZ(3);

ALTER TABLE "attachment" ALTER COLUMN "conversationId" DROP NOT NULL;

CREATE TABLE "mail_thread" (
    "conversationId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_thread_pkey" PRIMARY KEY ("conversationId")
);

CREATE TABLE "mail_delivery" (
    "messageId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "state" "MailDeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_delivery_pkey" PRIMARY KEY ("messageId")
);

CREATE UNIQUE INDEX "mail_thread_token_key" ON "mail_thread"("token");

CREATE INDEX "mail_delivery_state_dueAt_idx" ON "mail_delivery"("state", "dueAt");

CREATE INDEX "mail_delivery_conversationId_idx" ON "mail_delivery"("conversationId");
