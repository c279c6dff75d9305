import type { ClosingRequest, ClosingView, IntentLabelInput } from '#contracts';
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button.js';
import { ChoiceList } from './choice-list.js';
import { isAt, neighbourRequest, placeOf, type Said } from './labels.js';
import { setLearning } from './learning.js';
import { LearnedText } from './learned-text.js';
import { t } from '../language/t.js';

/** Asks about each request in turn, and closes with the last answer. */
export function ClosingPanel({
  closing: { requests },
  onClose,
}: {
  closing: ClosingView;
  onClose: (labels: IntentLabelInput[]) => void;
}) {
  const [asked, setAsked] = useState(() => requests.filter(({ proposed }) => proposed));
  const [labels, setLabels] = useState<IntentLabelInput[]>([]);
  const [step, setStep] = useState(0);
  const request = asked[step] ?? null;

  const pick = (at: ClosingRequest, said: Said) => {
    const teaches = said.intent !== null || said.outOfScope;
    const next = teaches ? [...labels, { messageId: at.messageId, span: at.span, ...said }] : labels;
    if (step + 1 >= asked.length) return onClose(next);
    setLabels(next);
    setStep(step + 1);
  };
  const instead = (other: ClosingRequest) =>
    setAsked(request ? asked.map((each) => (isAt(each)(request) ? other : each)) : [other]);
  const others = requests.filter((other) => !asked.some(isAt(other)));
  const choose = useEffectEvent((messageId: string) => {
    const other = others.find((each) => each.messageId === messageId);
    if (other) instead(other);
  });
  useEffect(() => {
    const idsOf = (some: ClosingRequest[]) => new Set(some.map(({ messageId }) => messageId));
    setLearning({ learnable: idsOf(requests), learned: idsOf(asked), choose: (id) => choose(id) });
  }, [requests, asked]);
  useEffect(() => () => setLearning(null), []);
  /** With Alt, the arrows go through the customer's messages; alone, through what they may be about. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const next = neighbourRequest(requests, asked, request, event.key === 'ArrowUp' ? -1 : 1);
    if (next) instead(next);
    event.preventDefault();
  };

  return (
    <div onKeyDown={onKeyDown}>
      <p className="flex items-baseline justify-between px-1 pb-1.5 text-xs font-medium text-muted">
        {request ? t('The bot will learn from') : t('Nobody said what this is about')}
        {asked.length > 1 && (
          <span className="figures">{t('{step} of {total}', { step: step + 1, total: asked.length })}</span>
        )}
      </p>
      <LearnedText
        key={`text ${request ? placeOf(request) : ''}`}
        request={request}
        requests={requests}
        taken={asked}
        onChange={instead}
        onAlso={(other) => setAsked([...asked, other])}
      />
      {request ? (
        <ChoiceList key={`choices ${placeOf(request)}`} request={request} onPick={(said) => pick(request, said)} />
      ) : (
        <div className="px-1 pb-1">
          <p className="mb-2 text-compact text-muted">
            {requests.length > 0
              ? t('Choose the message that says it, or close: the bot learns nothing then.')
              : t('The customer has written nothing that the bot could learn from.')}
          </p>
          <Button tone="primary" autoFocus onClick={() => onClose([])}>
            {t('Resolve, learn nothing')}
          </Button>
        </div>
      )}
    </div>
  );
}
