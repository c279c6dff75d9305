-- The oldest message without a decision is looked for by conversation; the sweep reads the whole of this small index.
DROP INDEX "message_awaiting_decision";
CREATE INDEX "message_awaiting_decision" ON "message"("conversationId", "seq") WHERE "awaitingDecision";
