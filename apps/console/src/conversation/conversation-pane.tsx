import type { InboxView } from '#contracts';
import { CircleX, RefreshCw } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate } from 'react-router';
import { sentenceOf } from '../connection/rest.js';
import { EvidencePanel } from '../evidence/evidence-panel.js';
import { useMacro } from '../canned-responses/use-macro.js';
import { useSelection } from '../inbox/selection.js';
import { useSuggestion } from '../evidence/suggestion-section.js';
import { attempt, useClient, useConsole } from '../session/console-context.js';
import { setPreferences, usePreferences } from '../session/preferences.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { isOwn } from '../store/belonging.js';
import { Button } from '../ui/button.js';
import { Placeholder } from '../ui/states.js';
import { useWide } from '../ui/window-width.js';
import { Composer } from './composer.js';
import { ConversationHeader } from './conversation-header.js';
import { addToDraft, type DraftKind } from './drafts.js';
import { MessageHistory } from './message-history.js';
import { TakeOverDialog } from './take-over-dialog.js';
import { SummaryCard } from './summary-card.js';
import { visitorName } from './words.js';
import { t } from '../language/t.js';

const TransferDialog = lazy(() => import('./transfer-dialog.js'));

export function ConversationPane({ id, view }: { id: string; view: InboxView }) {
  const item = useConsole((state) => state.inbox.items.get(id));
  const thread = useConsole((state) => state.threads[id]);
  const me = useConsole((state) => state.me.id);
  const client = useClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [kind, setKind] = useState<DraftKind>('reply');
  const [asking, setAsking] = useState<'take-over' | 'transfer' | null>(null);
  const [resolving, setResolving] = useState(false);
  const [sheet, setSheet] = useState<HTMLElement | null>(null);
  /** Rows of the list, which then have the keys. */
  const choosing = useSelection().length > 0;
  const { evidence } = usePreferences();
  const isWide = useWide();
  const [drawer, setDrawer] = useState(false);
  const showEvidence = (open: boolean) => (isWide ? setPreferences({ evidence: open }) : setDrawer(open));
  const evidenceShown = isWide ? evidence : drawer;
  const textarea = useRef<HTMLTextAreaElement>(null);

  const mine = item !== undefined && isOwn(item, me);
  const takeOver = () => {
    if (item?.owner.type === 'agent') setAsking('take-over');
    else if (item) void attempt(client.takeOver(item));
  };
  const toWrite = (useLocation().state as { write?: true } | null)?.write === true;
  useEffect(() => {
    if (mine && toWrite) textarea.current?.focus();
  }, [mine, toWrite]);
  const write = (wanted: DraftKind) => {
    // At once, so that the very next key lands in the box and is not taken for a shortcut.
    flushSync(() => setKind(wanted));
    textarea.current?.focus();
  };
  const insertReply = (text: string) => {
    addToDraft(id, 'reply', text);
    write('reply');
  };
  const runMacro = useMacro(item, () => setResolving(true));
  const suggestion = useSuggestion(id, item?.lastSeq ?? 0).data;
  useShortcuts({
    r: () => write('reply'),
    g: () => mine && suggestion && insertReply(suggestion.text),
    n: () => write('note'),
    e: () => mine && !choosing && setResolving(true),
    t: () => item && !mine && item.status !== 'resolved' && takeOver(),
    Escape: () => void navigate(`/inbox/${view}${search}`),
  });

  if (thread?.status === 'failed' && !thread.timeline.loaded) {
    return (
      <Placeholder
        icon={CircleX}
        title={t('This conversation cannot be shown')}
        action={
          <Button onClick={() => void client.reopen(id)}>
            <RefreshCw size={14} aria-hidden /> {t('Try again')}
          </Button>
        }
      >
        {/* What the address names is no id. */}
        {thread.error && sentenceOf(thread.error === 'BAD_PAYLOAD' ? 'CONVERSATION_UNKNOWN' : thread.error)}
      </Placeholder>
    );
  }
  const focal = thread?.focal ?? null;
  const contactName = item ? visitorName(item) : t('Visitor');
  return (
    <div className="flex h-full">
      <section
        aria-label={item ? t('Conversation with {contactName}', { contactName }) : t('Conversation')}
        className="flex min-w-0 flex-1 flex-col bg-surface"
      >
        <ConversationHeader
          id={id}
          view={view}
          item={item}
          mine={mine}
          resolving={resolving}
          onResolving={setResolving}
          sheet={sheet}
          evidence={evidenceShown}
          onEvidence={showEvidence}
          onTakeOver={takeOver}
          onTransfer={() => setAsking('transfer')}
        />
        <SummaryCard id={id} lastSeq={item?.lastSeq ?? 0} />
        <MessageHistory id={id} contactName={contactName} thread={thread} />
        <div ref={setSheet} className="peer shrink-0" />
        <div className="shrink-0 peer-not-empty:hidden">
          <Composer
            id={id}
            item={item}
            mine={mine}
            kind={kind}
            onKind={setKind}
            onMacro={(actions) => void runMacro(actions)}
            textarea={textarea}
            onTakeOver={takeOver}
          />
        </div>
        {item && (
          <TakeOverDialog
            item={item}
            open={asking === 'take-over'}
            onOpenChange={() => setAsking(null)}
            onConfirm={() => void attempt(client.takeOver(item))}
          />
        )}
        {item && mine && asking === 'transfer' && (
          <Suspense>
            <TransferDialog item={item} onClose={() => setAsking(null)} />
          </Suspense>
        )}
      </section>
      <EvidencePanel
        id={id}
        item={item}
        focal={focal}
        open={evidenceShown}
        onOpenChange={showEvidence}
        onUseReply={insertReply}
      />
    </div>
  );
}
