CREATE OR REPLACE FUNCTION search_term(word text, prefix boolean) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT pg_catalog.concat_ws(
    ' | ',
    pg_catalog.string_agg(pg_catalog.quote_literal(lexeme), ' | '),
    pg_catalog.quote_literal(pg_catalog.lower(word)) OPERATOR(pg_catalog.||) CASE WHEN prefix THEN ':*' ELSE '' END
  )
  FROM pg_catalog.unnest(search_document(word)) AS found(lexeme, positions, weights)
)::tsquery;
