-- CreateEnum
CREATE TYPE "DecisionRule" AS ENUM ('confident', 'question_answered', 'close_intents', 'slot_missing', 'slot_unknown', 'person_asked_for', 'not_confident', 'out_of_scope', 'not_automated', 'action_unavailable', 'slot_unfilled', 'asked_before', 'said_before', 'action_failed', 'model_silent');

-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'ask_slot' BEFORE 'escalate';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "rule" "DecisionRule";
