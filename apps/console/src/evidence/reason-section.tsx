import type { ConversationItem, PredictionView } from '#contracts';
import { Bot } from 'lucide-react';
import { outcomeText } from '../conversation/words.js';
import { likelihood } from '../ui/format.js';
import { Bone } from '../ui/states.js';
import { reasonOf } from './reasons.js';
import { Section } from './section.js';

export function ReasonSection({ item, focal }: { item: ConversationItem | undefined; focal: PredictionView | null }) {
  return (
    <Section title="Why it is here">
      {item ? <Why item={item} focal={focal} /> : <Bone className="h-10 w-full" />}
    </Section>
  );
}

function Why({ item, focal }: { item: ConversationItem; focal: PredictionView | null }) {
  const withBot = item.owner.type === 'bot' && item.reason === null;
  const { icon: Icon, title, explanation } = withBot ? botsOwn(item) : reasonOf(item.reason);
  return (
    <div className="flex gap-3">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent-ink">
        <Icon size={17} aria-hidden />
      </span>
      <div>
        <p className="text-compact font-semibold">{title}</p>
        <p className="text-compact text-muted">{explanation}</p>
        {focal && (
          <p className="figures mt-1.5 text-xs text-muted">
            {likelihood(focal.confidence)} sure · {likelihood(focal.oosScore)} out of scope
          </p>
        )}
      </div>
    </div>
  );
}

function botsOwn({ episode }: ConversationItem): ReturnType<typeof reasonOf> {
  return episode?.closedAt
    ? { icon: Bot, title: outcomeText(episode), explanation: 'Nothing was handed over.' }
    : { icon: Bot, title: 'With the bot', explanation: 'Nothing was handed over. You can take over at any time.' };
}
