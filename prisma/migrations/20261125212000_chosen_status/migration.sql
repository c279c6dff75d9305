-- Offline was written over the status that the agent had chosen; from now on it is a lease that is gone.
UPDATE "agent_status" SET "status" = 'online', "seenAt" = NULL WHERE "status" = 'offline';

-- AlterEnum
CREATE TYPE "AgentStatusKind_new" AS ENUM ('online', 'busy', 'away');
ALTER TABLE "agent_status" ALTER COLUMN "status" DROP DEFAULT;
ALTER TABLE "agent_status" ALTER COLUMN "status" TYPE "AgentStatusKind_new" USING ("status"::text::"AgentStatusKind_new");
ALTER TYPE "AgentStatusKind" RENAME TO "AgentStatusKind_old";
ALTER TYPE "AgentStatusKind_new" RENAME TO "AgentStatusKind";
DROP TYPE "AgentStatusKind_old";
ALTER TABLE "agent_status" ALTER COLUMN "status" SET DEFAULT 'online';

-- AlterTable
ALTER TABLE "agent_status" ADD COLUMN     "gatewayId" UUID;

-- CreateTable
CREATE TABLE "gateway_heartbeat" (
    "gatewayId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_heartbeat_pkey" PRIMARY KEY ("gatewayId")
);
