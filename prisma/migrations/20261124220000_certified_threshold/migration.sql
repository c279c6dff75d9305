-- AlterTable
ALTER TABLE "dataset_snapshot" ADD COLUMN     "goldIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "threshold_policy" ADD COLUMN     "certifiedOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "coverage" DOUBLE PRECISION,
ADD COLUMN     "missingLabels" INTEGER,
ADD COLUMN     "nOutOfScope" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "calibration_set" (
    "modelVersionId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "outcomes" JSONB NOT NULL,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calibration_set_pkey" PRIMARY KEY ("modelVersionId")
);

-- AddForeignKey
ALTER TABLE "calibration_set" ADD CONSTRAINT "calibration_set_modelVersionId_fkey" FOREIGN KEY ("modelVersionId") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
