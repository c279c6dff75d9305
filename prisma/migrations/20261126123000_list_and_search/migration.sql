CREATE FUNCTION search_words(text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN pg_catalog.translate(text, '-/#_.,:;@+&()[]{}<>"''?!=*|\%$~`^', '                                  ');

CREATE FUNCTION search_document(text text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN pg_catalog.strip(
  pg_catalog.to_tsvector('pg_catalog.simple'::regconfig, search_words(text))
  OPERATOR(pg_catalog.||) pg_catalog.to_tsvector('pg_catalog.english'::regconfig, search_words(text))
  OPERATOR(pg_catalog.||) pg_catalog.to_tsvector('pg_catalog.spanish'::regconfig, search_words(text))
  OPERATOR(pg_catalog.||) pg_catalog.to_tsvector('pg_catalog.german'::regconfig, search_words(text))
  OPERATOR(pg_catalog.||) pg_catalog.to_tsvector('pg_catalog.french'::regconfig, search_words(text))
  OPERATOR(pg_catalog.||) pg_catalog.to_tsvector('pg_catalog.arabic'::regconfig, search_words(text))
);

CREATE FUNCTION search_term(word text, prefix boolean) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (CASE WHEN prefix THEN (pg_catalog.quote_literal(pg_catalog.lower(word)) OPERATOR(pg_catalog.||) ':*')::tsquery
  ELSE pg_catalog.plainto_tsquery('pg_catalog.simple'::regconfig, word) END)
  OPERATOR(pg_catalog.||) pg_catalog.plainto_tsquery('pg_catalog.english'::regconfig, word)
  OPERATOR(pg_catalog.||) pg_catalog.plainto_tsquery('pg_catalog.spanish'::regconfig, word)
  OPERATOR(pg_catalog.||) pg_catalog.plainto_tsquery('pg_catalog.german'::regconfig, word)
  OPERATOR(pg_catalog.||) pg_catalog.plainto_tsquery('pg_catalog.french'::regconfig, word)
  OPERATOR(pg_catalog.||) pg_catalog.plainto_tsquery('pg_catalog.arabic'::regconfig, word);

CREATE TABLE "message_search" (
    "messageId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "message_search_pkey" PRIMARY KEY ("messageId")
);

INSERT INTO "message_search" ("messageId", "workspaceId", "conversationId", "document")
SELECT id, "workspaceId", "conversationId", search_document(text) FROM "message" WHERE text <> '';

CREATE INDEX "message_search_document_idx" ON "message_search" USING GIN ("document");

ALTER TABLE "message_search" ADD CONSTRAINT "message_search_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "contact_search" ON "contact" USING GIN (search_document(coalesce("name", '') || ' ' || coalesce("email", '') || ' ' || coalesce("externalId", '')));

ALTER TABLE "conversation" ADD COLUMN "lastContactSeq" INTEGER NOT NULL DEFAULT 0;

UPDATE "conversation" c SET "lastContactSeq" = coalesce((
  SELECT max(seq) FROM "message" WHERE "conversationId" = c.id AND kind = 'inbound'), 0)
WHERE c.status IN ('queued', 'open');

CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "query" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notification_settings" (
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "settings" JSONB NOT NULL,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("userId")
);

CREATE INDEX "saved_filter_workspaceId_userId_idx" ON "saved_filter"("workspaceId", "userId");

CREATE INDEX "conversation_workspaceId_priority_lastMessageAt_id_idx" ON "conversation"("workspaceId", "priority" DESC, "lastMessageAt" DESC, "id" DESC);

CREATE INDEX "conversation_workspaceId_waitingSince_id_idx" ON "conversation"("workspaceId", "waitingSince", "id");

CREATE INDEX "conversation_teamId_lastMessageAt_idx" ON "conversation"("teamId", "lastMessageAt" DESC);

CREATE INDEX "conversation_snoozed" ON "conversation"("snoozedUntil") WHERE "snoozedUntil" IS NOT NULL;
