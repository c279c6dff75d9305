CREATE TABLE "set_up_token" (
  "tokenHash" TEXT NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "set_up_token_pkey" PRIMARY KEY ("tokenHash")
);

ALTER TABLE "user" ADD COLUMN "oneTimeUntil" TIMESTAMPTZ(3);
