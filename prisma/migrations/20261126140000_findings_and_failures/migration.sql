-- What the gate found is kept as numbers from now on. What was kept in words stays as it was written.
UPDATE "model_version" SET "gate" = (
  SELECT jsonb_agg(
    jsonb_build_object(
      'check', found -> 'check', 'passed', found -> 'passed', 'finding', 'recorded', 'text', coalesce(found ->> 'detail', '')
    ) ORDER BY place
  )
  FROM jsonb_array_elements("gate") WITH ORDINALITY AS checks(found, place)
)
WHERE "gate" <> '[]';

-- Why a run failed is kept as a code. What was kept in words is for specialists now.
CREATE TYPE "TrainingError" AS ENUM (
  'interrupted_too_often', 'too_few_examples', 'disk_full', 'out_of_memory', 'no_write_access', 'base_model_unusable',
  'model_damaged', 'database_unavailable', 'internal'
);
ALTER TABLE "training_run" RENAME COLUMN "error" TO "errorText";
ALTER TABLE "training_run" ADD COLUMN "error" "TrainingError";
UPDATE "training_run" SET "error" = 'internal' WHERE "status" = 'failed' OR "errorText" IS NOT NULL;
