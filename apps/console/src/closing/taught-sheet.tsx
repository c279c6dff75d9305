import type { ClosingRequest, ClosingView, ConversationItem, IntentLabelView } from '#contracts';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { sentence } from '../connection/rest.js';
import { useIntents } from '../conversation/intents.js';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fullTime } from '../ui/format.js';
import { Problem } from '../ui/problem.js';
import { Bone, Loading } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { ChoiceList } from './choice-list.js';
import { isAt, pickTitle, placeOf, type Said } from './labels.js';
import { LearnedText } from './learned-text.js';
import { useClosing, useRelabel } from './queries.js';
import { t } from '../language/t.js';

type Taught = NonNullable<ClosingView['taught']>;

/** What a closed conversation taught, and how it is put right while that is possible. */
export function TaughtSheet({ item }: { item: ConversationItem }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <GraduationCap size={15} aria-hidden /> {t('What did this teach?')}
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title={t('What did this teach?')}>
        <Content item={item} />
      </Sheet>
    </>
  );
}

function Content({ item }: { item: ConversationItem }) {
  const closing = useClosing(item);
  if (closing.isPending) {
    return (
      <Loading what={t('what it taught')}>
        <Bone className="mb-2 h-12 w-full" />
        <Bone className="h-12 w-2/3" />
      </Loading>
    );
  }
  if (closing.isError) {
    return (
      <div className="text-compact text-muted">
        <p className="mb-2">{sentence(closing.error)}</p>
        <Button onClick={() => void closing.refetch()}>{t('Try again')}</Button>
      </div>
    );
  }
  const { taught, requests } = closing.data;
  return taught ? (
    <Labels id={item.id} taught={taught} requests={requests} />
  ) : (
    <p className="text-muted">{t('Nothing: no agent has closed this conversation.')}</p>
  );
}

function Labels({ id, taught, requests }: { id: string; taught: Taught; requests: ClosingRequest[] }) {
  const relabel = useRelabel(id);
  const now = useNow();
  const editable = Date.parse(taught.editableUntil) > now;
  /** The place of the message that is being looked at. */
  const [changing, setChanging] = useState<ClosingRequest | null>(null);
  const labels = taught.labels.filter(({ intent, outOfScope }) => intent !== null || outOfScope);
  const learned = labels.flatMap((label) => requests.find(isAt(label)) ?? []);
  const others = requests.filter((request) => !labels.some(isAt(request)));

  const put = (
    next: Said & Pick<IntentLabelView, 'messageId' | 'span'>,
    instead: Pick<IntentLabelView, 'messageId' | 'span'> = next,
  ) => {
    const kept = labels.filter((label) => !isAt(instead)(label) && !isAt(next)(label));
    const all = next.intent !== null || next.outOfScope ? [...kept, next] : kept;
    relabel.mutate(
      all.map(({ messageId, span, intent, outOfScope }) => ({ messageId, span, intent, outOfScope })),
      { onSuccess: () => setChanging(null) },
    );
  };
  return (
    <div className="space-y-4">
      {labels.length === 0 && <p className="text-muted">{t('Nothing: the bot has learned nothing from it.')}</p>}
      {labels.map((label) => {
        const request = requests.find(isAt(label));
        const isOpen = changing !== null && isAt(changing)(label);
        return (
          <section key={placeOf(label)} className="rounded-xl border border-line p-3">
            <LearnedText
              request={request ?? { ...label, proposed: false, sureOf: null, choices: [] }}
              requests={editable ? requests : []}
              taken={learned}
              onChange={(other) => put({ ...label, messageId: other.messageId, span: other.span }, label)}
            />
            <Label
              label={label}
              editable={editable && request !== undefined}
              pending={relabel.isPending}
              onChange={() => setChanging(isOpen ? null : (request ?? null))}
              onConfirm={() => put(label)}
            />
            {isOpen && <ChoiceList request={changing} onPick={(said) => put({ ...changing, ...said })} />}
          </section>
        );
      })}
      {editable && others.length > 0 && (
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted">{t('Another message that the bot should learn')}</h3>
          {changing && others.some(isAt(changing)) ? (
            <div className="rounded-xl border border-line p-3">
              <LearnedText request={changing} requests={others} taken={[changing]} onChange={setChanging} />
              <ChoiceList request={changing} onPick={(said) => put({ ...changing, ...said })} />
            </div>
          ) : (
            <LearnedText key={others.length} request={null} requests={others} taken={[]} onChange={setChanging} />
          )}
        </section>
      )}
      <Problem error={relabel.error} />
      <p className="text-xs text-muted">
        {t('{agentName} resolved it on {time}.', { agentName: taught.agentName, time: fullTime(taught.at) })}{' '}
        {editable
          ? t('Anybody in the team can put this right until {time}.', {
              time: fullTime(taught.editableUntil),
            })
          : t('It is too old to be changed here; an admin can change it in Settings, Training data.')}
      </p>
    </div>
  );
}

function Label({
  label,
  editable,
  pending,
  onChange,
  onConfirm,
}: {
  label: Taught['labels'][number];
  editable: boolean;
  pending: boolean;
  onChange: () => void;
  onConfirm: () => void;
}) {
  const intents = useIntents();
  const me = useConsole((state) => state.me.name);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{pickTitle(label, intents.data)}</span>
        <span className="block text-xs text-muted">
          {label.agentName === me ? t('said by you') : t('said by {name}', { name: label.agentName })}
        </span>
      </span>
      {editable && (
        <>
          {label.agentName !== me && (
            <Button small disabled={pending} onClick={onConfirm}>
              {t('That is right')}
            </Button>
          )}
          <Button small disabled={pending} onClick={onChange}>
            {t('Put it right')}
          </Button>
        </>
      )}
    </div>
  );
}
