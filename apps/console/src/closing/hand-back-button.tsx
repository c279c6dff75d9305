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

/** The bot is asked what the customer waits for. Where it would say nothing, the agent is told so first. */
export function HandBackButton({ item }: { item: ConversationItem }) {
  const client = useClient();
  const closing = useClosing(item);
  const [asking, setAsking] = useState(false);
  const open = closing.data?.openQuestion ?? null;
  const handBack = () => {
    const said =
      open && !open.decided
        ? `Handed back. The bot is asked about ${quote(open.text)}.`
        : 'Handed back. The bot answers the customer’s next message.';
    void attempt(client.handBack(item), said);
  };
  return (
    <>
      <Hint
        text={
          open && !open.decided
            ? `The bot is asked about ${quote(open.text)}, and answers from now on.`
            : 'The bot answers from the customer’s next message on.'
        }
      >
        <Button
          disabled={closing.isPending || closing.isPlaceholderData}
          onClick={() => (open?.decided ? setAsking(true) : handBack())}
        >
          <Bot size={15} aria-hidden /> Hand back
        </Button>
      </Hint>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="The bot will not answer this"
        action="Hand back anyway"
        onConfirm={handBack}
      >
        <p>
          It has passed {quote(open?.text ?? '', 120)} on to people:{' '}
          {reasonOf(open?.decided?.reason ?? null).explanation}
        </p>
        <p className="mt-2">Reply first, or the customer waits for an answer until they write again.</p>
      </Confirm>
    </>
  );
}
