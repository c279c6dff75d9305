import type { TriedMessage } from '#contracts';
import { decisionWords } from '../models/decision-words.js';
import { Card } from '../ui/card.js';

/** What the bot would do, and which rule decided. */
export function Decision({ tried }: { tried: TriedMessage }) {
  const { title, because } = decisionWords(tried);
  return (
    <Card title={title}>
      <p className="p-4 text-compact text-muted">{because}</p>
    </Card>
  );
}
