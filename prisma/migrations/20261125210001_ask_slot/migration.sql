-- A question about one intent asked for its order number. (A new value of a type cannot be used in the transaction that adds it.)
UPDATE "decision" SET kind = 'ask_slot' WHERE kind = 'clarify' AND "intentId" IS NOT NULL;
