-- How a version was made is kept as a code. What was kept in words began as it does below.
CREATE TYPE "ModelMethod" AS ENUM ('tfidf', 'head', 'fine_tuned', 'adapters');
ALTER TABLE "model_version" ALTER COLUMN "method" TYPE "ModelMethod" USING (
  CASE
    WHEN "method" LIKE 'TF-IDF%' THEN 'tfidf'
    WHEN "method" LIKE 'low-rank%' THEN 'adapters'
    WHEN "method" LIKE 'encoder%' THEN 'fine_tuned'
    ELSE 'head'
  END
)::"ModelMethod";
