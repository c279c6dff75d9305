-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "droppedAt" TIMESTAMPTZ(3);
