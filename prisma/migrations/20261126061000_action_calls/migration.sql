
CREATE TYPE "IdentityAlgorithm" AS ENUM ('HS256', 'RS256');
CREATE TABLE "identity_key" (
  "id" UUID NOT NULL,
  "workspaceId" UUID NOT NULL,
  "kid" TEXT NOT NULL,
  "algorithm" "IdentityAlgorithm" NOT NULL,
  "secret" TEXT,
  "publicKey" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "retiredAt" TIMESTAMPTZ(3),
  CONSTRAINT "identity_key_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "identity_key_workspaceId_kid_key" ON "identity_key"("workspaceId", "kid");

ALTER TABLE "contact" ADD COLUMN "externalId" TEXT;
CREATE UNIQUE INDEX "contact_workspaceId_externalId_key" ON "contact"("workspaceId", "externalId");
-- The unique index begins with the workspace, too.
DROP INDEX "contact_workspaceId_idx";
ALTER TABLE "contact_session" ADD COLUMN "addressHash" TEXT;

-- A shop with an order API had one action, which gave every order to whoever named it. It stays public: such an API confirms nobody.
INSERT INTO "action" ("id", "workspaceId", "name", "title", "method", "url", "slots", "outputs", "identity")
SELECT gen_random_uuid(), "id", 'orderStatus', 'Order status', 'GET', "orderApiUrl" || '/{{orderId}}',
  '[{"name": "orderId", "kind": "order_number", "question": "", "choices": []}]',
  '[{"name": "orderId", "path": "number"}, {"name": "orderStatus", "path": "statusText"}]', 'public'
FROM "workspace" WHERE "orderApiUrl" IS NOT NULL;
UPDATE "answer" SET "actionId" = "action"."id" FROM "action"
WHERE "answer"."action" = 'order_status' AND "action"."workspaceId" = "answer"."workspaceId" AND "action"."name" = 'orderStatus';

ALTER TABLE "answer" DROP COLUMN "action", DROP COLUMN "slots";
ALTER TABLE "answer" ADD CONSTRAINT "answer_actionId_fkey"
  FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "answer_actionId_idx" ON "answer"("actionId");
ALTER TABLE "workspace" DROP COLUMN "orderApiUrl";

-- An answer whose action is missing is no longer possible, and not to know an order is one case of not confirming it.
ALTER TYPE "DecisionRule" RENAME TO "DecisionRule_old";
CREATE TYPE "DecisionRule" AS ENUM (
  'confident', 'question_answered', 'close_intents', 'slot_missing', 'not_confirmed', 'not_signed_in', 'person_asked_for',
  'not_confident', 'out_of_scope', 'not_automated', 'slot_unfilled', 'asked_before', 'asked_twice', 'said_before',
  'too_many_lookups', 'action_failed', 'model_silent'
);
ALTER TABLE "decision" ADD COLUMN "slot" TEXT,
  ALTER COLUMN "rule" TYPE "DecisionRule" USING (
    CASE "rule"::text
      WHEN 'slot_unknown' THEN 'not_confirmed'
      WHEN 'action_unavailable' THEN 'not_automated'
      ELSE "rule"::text
    END
  )::"DecisionRule";
DROP TYPE "DecisionRule_old";
