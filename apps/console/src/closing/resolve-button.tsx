import { undoSeconds, type ConversationItem, type IntentLabelInput } from '#contracts';
import { Check, ChevronDown, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sentence } from '../connection/rest.js';
import { useIntents } from '../conversation/intents.js';
import { visitorName } from '../conversation/words.js';
import { attempt, useClient, useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { Hint, Key } from '../ui/hint.js';
import { Bone, Loading } from '../ui/states.js';
import { say } from '../ui/toasts.js';
import { ClosingPanel } from './closing-panel.js';
import { ClosingSurface } from './closing-surface.js';
import { closedText, pickTitle, quote } from './labels.js';
import { useClosing } from './queries.js';
import { t } from '../language/t.js';

/**
 * The closing act is the label. Where the bot was sure, one click confirms it and the menu beside it corrects it; where it was not, nothing
 * is proposed by the button itself.
 */
export function ResolveButton({
  item,
  open,
  onOpenChange,
  sheet,
}: {
  item: ConversationItem;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where the closing is asked about on a narrow window. */
  sheet: HTMLElement | null;
}) {
  const client = useClient();
  const navigate = useNavigate();
  const intents = useIntents();
  const closing = useClosing(item);
  const leaving = useConsole((state) => state.leaving.includes(item.id));
  const unsent = useConsole((state) =>
    state.sendQueue.some(({ conversationId, kind }) => conversationId === item.id && kind === 'reply'),
  );
  // What the server says of it may be a message old; on the screen, and among what waits, is the newest.
  const wrote = useConsole((state) =>
    state.threads[item.id]?.timeline.messages.some(
      ({ kind, senderType, seq }) =>
        kind === 'outbound' && senderType === 'agent' && seq >= (item.episode?.firstSeq ?? 1),
    ),
  );
  const [unanswered, setUnanswered] = useState<IntentLabelInput[] | null>(null);
  const requests = closing.data?.requests ?? [];
  const proposed = requests.filter((request) => request.proposed);
  const sure = proposed.flatMap(({ messageId, span, sureOf }) =>
    sureOf === null ? [] : [{ messageId, span, intent: sureOf, outOfScope: false }],
  );
  const oneClick = sure.length > 0 && sure.length === proposed.length;

  const topics = sure.map(({ intent }) => pickTitle({ intent }, intents.data)).join(', ');

  const resolve = async (labels: IntentLabelInput[]) => {
    if (!(await attempt(client.resolve(item, labels)))) return;
    const undo = async () => {
      if (await attempt(client.undoResolve(item.id))) await navigate(`/inbox/mine/${item.id}`);
    };
    say('good', closedText(labels, requests, intents.data), { run: () => void undo(), seconds: undoSeconds });
  };
  const close = (labels: IntentLabelInput[]) => {
    onOpenChange(false);
    if (closing.data?.openQuestion && !closing.data.replied && !wrote && !unsent) setUnanswered(labels);
    else void resolve(labels);
  };

  if (leaving) {
    return (
      <Button tone="primary" className="@max-2xl:max-w-40" disabled>
        <LoaderCircle size={15} className="shrink-0 animate-spin" aria-hidden />
        <span role="status" className="truncate">
          {t('Sending what you wrote first…')}
        </span>
      </Button>
    );
  }
  return (
    <div className="flex">
      {oneClick && (
        <Hint
          text={sure.map(({ intent }, n) => (
            <span key={n} className="block">
              {t('The bot will learn: {text} is about {topic}.', {
                text: quote(proposed[n]?.text ?? ''),
                topic: pickTitle({ intent }, intents.data),
              })}
            </span>
          ))}
        >
          <Button
            tone="primary"
            className="max-w-60 rounded-e-none @max-2xl:max-w-36"
            aria-label={t('Resolve: {topics}', { topics })}
            onClick={() => close(sure)}
          >
            <Check size={15} className="shrink-0" aria-hidden />
            <span className="truncate @max-2xl:hidden">{t('Resolve: {topics}', { topics })}</span>
            <span className="truncate @2xl:hidden">{topics}</span>
          </Button>
        </Hint>
      )}
      <ClosingSurface
        open={open}
        onOpenChange={onOpenChange}
        sheet={sheet}
        trigger={
          oneClick ? (
            <Button
              tone="primary"
              className="rounded-s-none border-s border-on-accent/30 px-1.5"
              aria-label={t('Resolve as something else')}
            >
              <ChevronDown size={16} aria-hidden />
            </Button>
          ) : (
            <Button tone="primary">
              {t('Resolve')} <Key>e</Key>
            </Button>
          )
        }
      >
        {closing.data ? (
          <ClosingPanel closing={closing.data} onClose={close} />
        ) : closing.isError ? (
          <div className="p-2">
            <p role="alert" className="mb-2 text-compact text-muted">
              {sentence(closing.error)}
            </p>
            <div className="flex gap-2">
              <Button onClick={() => void closing.refetch()}>{t('Try again')}</Button>
              <Button onClick={() => close([])}>{t('Resolve, learn nothing')}</Button>
            </div>
          </div>
        ) : (
          <Loading what={t('what the customer wrote')}>
            <Bone className="mb-2 h-12 w-full" />
            <Bone className="h-24 w-full" />
          </Loading>
        )}
      </ClosingSurface>
      <Confirm
        open={unanswered !== null}
        onOpenChange={(asking) => asking || setUnanswered(null)}
        title={t('Resolve without a reply?')}
        action={t('Resolve without a reply')}
        onConfirm={() => void resolve(unanswered ?? [])}
      >
        {t('{name} waits for an answer to {text}, and you have not written anything yet.', {
          name: visitorName(item),
          text: quote(closing.data?.openQuestion?.text ?? '', 120),
        })}
      </Confirm>
    </div>
  );
}
