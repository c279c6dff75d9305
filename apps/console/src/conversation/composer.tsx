import { maxTextLength, type CannedResponseView, type ConversationItem, type MacroAction } from '#contracts';
import { Lock, Reply, SendHorizontal } from 'lucide-react';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { ChosenMacro } from '../canned-responses/chosen-macro.js';
import { countUse } from '../canned-responses/queries.js';
import { useSlashMenu } from '../canned-responses/use-slash-menu.js';
import { fillMarks, nextMark, valuesOf } from '../canned-responses/variables.js';
import { useMentionMenu } from '../colleagues/use-mention-menu.js';
import { useClient, useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { ComposerTools } from './composer-tools.js';
import { useDraft, writeDraft, type DraftKind } from './drafts.js';
import { UploadList } from './upload-list.js';
import { addUploads, clearUploads, useUploads } from './uploads.js';
import { useTyping } from './use-typing.js';
import { t } from '../language/t.js';

const tabs = [
  { kind: 'reply', title: t('Reply'), icon: Reply },
  { kind: 'note', title: t('Private note'), icon: Lock },
] as const;

export function Composer({
  id,
  item,
  mine,
  kind,
  onKind,
  onMacro,
  textarea,
  onTakeOver,
}: {
  id: string;
  item: ConversationItem | undefined;
  mine: boolean;
  kind: DraftKind;
  onKind: (kind: DraftKind) => void;
  /** Its text is on its way. */
  onMacro: (actions: MacroAction[]) => void;
  textarea: RefObject<HTMLTextAreaElement | null>;
  onTakeOver: () => void;
}) {
  const client = useClient();
  const text = useDraft(id, kind);
  const typing = useTyping(id);
  const note = kind === 'note';
  const allowed = note || mine;
  const left = maxTextLength - text.length;
  const contact = useConsole((state) => state.threads[id]?.contact ?? null);
  const agentName = useConsole((state) => state.me.name);
  const [chosen, setChosen] = useState<{ id: string; macro: CannedResponseView } | null>(null);
  const macro = chosen?.id === id && !note ? chosen.macro : null;
  const openMark = note ? null : nextMark(text);

  const uploads = useUploads(id, kind);
  const files = uploads.flatMap(({ attachment }) => attachment ?? []);
  const waits = files.length < uploads.length;
  const canSend = (text.trim() !== '' || files.length > 0 || macro !== null) && left >= 0 && !waits;

  const select = (from: number, to: number) => {
    textarea.current?.focus();
    textarea.current?.setSelectionRange(from, to);
  };
  const slash = useSlashMenu({
    text,
    textarea,
    enabled: !note && mine,
    onPick: (picked, before, after) => {
      const filled = fillMarks(picked.text, valuesOf(contact, agentName));
      flushSync(() => writeDraft(id, kind, before + filled + after));
      const end = before.length + filled.length;
      const mark = nextMark(before + filled, before.length);
      select(mark?.from ?? end, mark?.to ?? end);
      countUse(picked.id);
      if (picked.actions.length > 0) setChosen({ id, macro: picked });
    },
  });
  const mention = useMentionMenu({
    text,
    textarea,
    enabled: note,
    onPick: ({ name }, before, after) => {
      const named = `${before}@${name} `;
      flushSync(() => writeDraft(id, kind, named + after.trimStart()));
      select(named.length, named.length);
    },
  });
  const menu = note ? mention : slash;
  const send = () => {
    if (!canSend || !allowed) return;
    if (openMark) return select(openMark.from, openMark.to);
    if (text.trim() !== '' || files.length > 0) client.send(id, kind, text.trim(), files);
    writeDraft(id, kind, '');
    clearUploads(id, kind);
    typing.stop();
    if (macro) {
      setChosen(null);
      onMacro(macro.actions);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (menu.onKeyDown(event)) return;
    // An Enter that ends an input method's composition chooses a character and does not send.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      textarea.current?.blur();
    }
  };

  return (
    <div
      className={cx('relative shrink-0 border-t border-line', note && 'bg-note')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (allowed) addUploads(id, kind, event.dataTransfer.files);
      }}
    >
      {menu.menu}
      <div className="flex flex-wrap items-center gap-1 px-3 pt-2" role="group" aria-label={t('What to write')}>
        {tabs.map(({ kind: tab, title, icon: Icon }) => (
          <button
            key={tab}
            type="button"
            aria-pressed={kind === tab}
            onClick={() => {
              onKind(tab);
              textarea.current?.focus();
            }}
            className={cx(
              'inline-flex h-7 items-center gap-1.5 rounded-lg px-2.5 text-xs font-medium',
              kind === tab
                ? note
                  ? 'bg-note-line/50 text-note-ink'
                  : 'bg-hover text-ink'
                : note
                  ? 'text-note-ink'
                  : 'text-muted hover:text-ink',
            )}
          >
            <Icon size={13} aria-hidden />
            {title}
          </button>
        ))}
        {allowed && <ComposerTools id={id} kind={kind} textarea={textarea} />}
      </div>
      {allowed && <UploadList id={id} kind={kind} />}
      {macro && <ChosenMacro macro={macro} onDrop={() => setChosen(null)} />}
      {allowed ? (
        <div className="flex items-end gap-2 px-3 pt-1 pb-3">
          <textarea
            ref={textarea}
            aria-label={note ? t('Private note') : t('Reply')}
            aria-describedby="composer-help"
            {...menu.field}
            dir="auto"
            rows={2}
            value={text}
            placeholder={
              note ? t('Only your team sees this. @ names a colleague') : t('Write a reply, or / for a canned one')
            }
            onChange={(event) => {
              writeDraft(id, kind, event.target.value);
              // Dictation and input methods write without a key, after which no selection is told.
              menu.onCaret();
              if (!note) typing.report(event.target.value !== '');
            }}
            onPaste={(event) => {
              if (event.clipboardData.files.length === 0) return;
              event.preventDefault();
              addUploads(id, kind, event.clipboardData.files);
            }}
            onSelect={menu.onCaret}
            onBlur={typing.stop}
            onKeyDown={onKeyDown}
            className={cx(
              'field-sizing-content max-h-[40vh] min-h-14 flex-1 resize-none rounded-lg bg-transparent px-2 py-1.5 focus-visible:outline-offset-0',
              note ? 'text-note-ink placeholder:text-note-ink/80' : 'placeholder:text-faint',
            )}
          />
          <div className="flex flex-col items-end gap-1.5">
            {left < 500 && (
              <span className={cx('figures text-xs', left < 0 ? 'font-semibold text-bad' : 'text-muted')} role="status">
                {left < 0 ? t('{count} too many', { count: -left }) : t('{count} left', { count: left })}
              </span>
            )}
            {openMark && (
              <span className="text-xs font-medium text-warn" role="status">
                {t('Fill in {mark}', { mark: `{{${openMark.name}}}` })}
              </span>
            )}
            <Button tone="primary" onClick={send} disabled={!canSend}>
              {note ? t('Add note') : text.trim() === '' && files.length === 0 && macro ? t('Apply') : t('Send')}
              <SendHorizontal size={14} className="rtl:-scale-x-100" aria-hidden />
            </Button>
          </div>
          <span id="composer-help" className="sr-only">
            {t('Enter sends, Shift and Enter starts a new line.')}
          </span>
        </div>
      ) : (
        <NotYours item={item} drafted={text !== ''} onTakeOver={onTakeOver} />
      )}
    </div>
  );
}

function NotYours({
  item,
  drafted,
  onTakeOver,
}: {
  item: ConversationItem | undefined;
  /** A reply was begun. */
  drafted: boolean;
  onTakeOver: () => void;
}) {
  if (!item) return <div className="h-20" />;
  const why =
    item.status === 'resolved'
      ? t('This conversation is resolved. It opens again when the customer writes.')
      : item.owner.type === 'agent'
        ? t('{name} answers this conversation.', { name: item.ownerName ?? t('Another agent') })
        : item.owner.type === 'queue'
          ? t('This conversation waits for an agent.')
          : t('The bot answers this conversation.');
  return (
    <div className="flex min-h-17 items-center justify-between gap-3 px-5 pt-1 pb-3 text-compact text-muted">
      <span>
        {why}
        {drafted && ` ${t('Your draft is kept.')}`}
      </span>
      {item.status !== 'resolved' && <Button onClick={onTakeOver}>{t('Take over to reply')}</Button>}
    </div>
  );
}
