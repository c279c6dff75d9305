-- The test set under its usual name
ALTER TABLE "dataset_snapshot" RENAME COLUMN "goldIds" TO "testIds";
ALTER TABLE "dataset_snapshot" RENAME COLUMN "nGold" TO "nTest";

-- An interrupted run goes on, but not for ever
ALTER TABLE "training_run" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0;

-- A certificate belongs to a version and says which limits it is about
ALTER TABLE "calibration_set" ADD COLUMN     "confidenceLevel" DOUBLE PRECISION,
ADD COLUMN     "coverage" DOUBLE PRECISION,
ADD COLUMN     "missingLabels" INTEGER,
ADD COLUMN     "nCalibration" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nOutOfScope" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "riskLimit" DOUBLE PRECISION,
ADD COLUMN     "threshold" DOUBLE PRECISION;

UPDATE "calibration_set" SET "nCalibration" = jsonb_array_length("outcomes"),
  "nOutOfScope" = jsonb_array_length(jsonb_path_query_array("outcomes", '$[*] ? (@.oos == true)'));

UPDATE "calibration_set" calibration
SET "riskLimit" = policy."riskLimit", "confidenceLevel" = policy."confidenceLevel", "threshold" = policy."threshold",
  "coverage" = policy."coverage", "missingLabels" = policy."missingLabels"
FROM "threshold_policy" policy WHERE policy."modelVersionId" = calibration."modelVersionId";

ALTER TABLE "calibration_set" ALTER COLUMN "nCalibration" DROP DEFAULT,
ALTER COLUMN "nOutOfScope" DROP DEFAULT;

ALTER TABLE "threshold_policy" DROP COLUMN "certifiedAt",
DROP COLUMN "coverage",
DROP COLUMN "missingLabels",
DROP COLUMN "modelVersionId",
DROP COLUMN "nCalibration",
DROP COLUMN "nOutOfScope",
DROP COLUMN "threshold";
