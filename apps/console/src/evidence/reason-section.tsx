import type { ConversationItem, PredictionView } from '#contracts';
import { Bot } from 'lucide-react';
import { decisionLine } from '../conversation/decision-line.js';
import { titleOf, useIntents } from '../conversation/intents.js';
import { outcomeText } from '../conversation/words.js';
import { cx } from '../ui/cx.js';
import { Bone } from '../ui/states.js';
import { iconTones, reasonOf } from './reasons.js';
import { Section } from './section.js';
import { t } from '../language/t.js';

export function ReasonSection({ item, focal }: { item: ConversationItem | undefined; focal: PredictionView | null }) {
  return (
    <Section title={t('Why it is here')}>
      {item ? <Why item={item} focal={focal} /> : <Bone className="h-10 w-full" />}
    </Section>
  );
}

function Why({ item, focal }: { item: ConversationItem; focal: PredictionView | null }) {
  const withBot = item.owner.type === 'bot' && item.reason === null;
  const { icon: Icon, title, explanation, tone } = withBot ? botsOwn(item) : reasonOf(item.reason);
  const intents = useIntents();
  const saysMore = focal?.rule !== 'person_asked_for'; // which is the reason itself
  return (
    <div className="flex gap-3">
      <span className={cx('flex size-9 shrink-0 items-center justify-center rounded-xl', iconTones[tone])}>
        <Icon size={17} aria-hidden />
      </span>
      <div>
        <p className="text-compact font-semibold">{title}</p>
        <p className="text-compact text-muted">{explanation}</p>
        {focal && saysMore && (withBot || focal.reason === item.reason) && (
          <p className="figures mt-1.5 text-xs text-muted">
            {decisionLine(focal, (name) => titleOf(intents.data, name))}
          </p>
        )}
      </div>
    </div>
  );
}

function botsOwn({ episode }: ConversationItem): ReturnType<typeof reasonOf> {
  const bots = { icon: Bot, tone: 'accent' } as const;
  return episode?.closedAt
    ? { ...bots, title: outcomeText(episode), explanation: t('Nothing was handed over.') }
    : { ...bots, title: t('With the bot'), explanation: t('Nothing was handed over. You can take over at any time.') };
}
