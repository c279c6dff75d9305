-- A version has a certificate for each limit that people may choose. It keeps the one it has until the trainer has made the others.
ALTER TABLE "calibration_set" ADD COLUMN     "limitTable" JSONB NOT NULL DEFAULT '[]';

UPDATE "calibration_set" SET "limitTable" = jsonb_build_array(jsonb_build_object(
  'limits', jsonb_build_object('riskLimit', "riskLimit", 'confidenceLevel', "confidenceLevel"),
  'result', CASE
    WHEN "threshold" IS NOT NULL AND "coverage" IS NOT NULL
      THEN jsonb_build_object('state', 'certified', 'threshold', "threshold", 'coverage', "coverage")
    WHEN "missingLabels" IS NOT NULL
      THEN jsonb_build_object('state', 'too_few_labels', 'missingLabels', "missingLabels")
    ELSE jsonb_build_object('state', 'too_often_wrong')
  END))
WHERE "riskLimit" IS NOT NULL AND "confidenceLevel" IS NOT NULL;

ALTER TABLE "calibration_set" DROP COLUMN "confidenceLevel",
DROP COLUMN "coverage",
DROP COLUMN "missingLabels",
DROP COLUMN "riskLimit",
DROP COLUMN "threshold";
