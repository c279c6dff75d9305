import type { ConversationItem } from '#contracts';
import { Bot } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '../evidence/reasons.js';
import { attempt, useClient } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { Hint } from '../ui/hint.js';
import { quote } from './labels.js';
import { useClosing } from './queries.js';
import { t } from '../language/t.js';

/** The bot is asked what the customer waits for. Where it would say nothing, the agent is told so first. */
export function HandBackButton({ item }: { item: ConversationItem }) {
  const client = useClient();
  const closing = useClosing(item);
  const [asking, setAsking] = useState(false);
  const open = closing.data?.openQuestion ?? null;
  const handBack = () => {
    const said =
      open && !open.decided
        ? t('Handed back. The bot is asked about {text}.', { text: quote(open.text) })
        : t('Handed back. The bot answers the customer’s next message.');
    void attempt(client.handBack(item), said);
  };
  return (
    <>
      <Hint
        text={
          open && !open.decided
            ? t('The bot is asked about {text}, and answers from now on.', { text: quote(open.text) })
            : t('The bot answers from the customer’s next message on.')
        }
      >
        <Button
          className="@max-2xl:w-8 @max-2xl:px-0"
          disabled={closing.isPending || closing.isPlaceholderData}
          onClick={() => (open?.decided ? setAsking(true) : handBack())}
        >
          <Bot size={15} aria-hidden />
          <span className="@max-2xl:sr-only">{t('Hand back')}</span>
        </Button>
      </Hint>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('The bot will not answer this')}
        action={t('Hand back anyway')}
        onConfirm={handBack}
      >
        <p>
          {t('It has passed {text} on to people: {explanation}', {
            text: quote(open?.text ?? '', 120),
            explanation: reasonOf(open?.decided?.reason ?? null).explanation,
          })}
        </p>
        <p className="mt-2">{t('Reply first, or the customer waits for an answer until they write again.')}</p>
      </Confirm>
    </>
  );
}
