import { Bold, Link2, List, Paperclip, Smile } from 'lucide-react';
import { Popover } from 'radix-ui';
import { lazy, Suspense, useRef, useState, type RefObject } from 'react';
import { IconButton } from '../ui/button.js';
import { Hint } from '../ui/hint.js';
import { readDraft, writeDraft, type DraftKind } from './drafts.js';
import { emphasise, link, listed, type Edit } from './format-draft.js';
import { addUploads } from './uploads.js';
import { t } from '../language/t.js';

const EmojiPicker = lazy(() => import('./emoji-picker.js'));

/** Bold, list, link, emoji and files: what a reply may hold besides words. */
export function ComposerTools({
  id,
  kind,
  textarea,
}: {
  id: string;
  kind: DraftKind;
  textarea: RefObject<HTMLTextAreaElement | null>;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const [emoji, setEmoji] = useState(false);

  const edit = (change: Edit) => {
    const field = textarea.current;
    if (!field) return;
    const { text, from, to } = change(readDraft(id, kind), field.selectionStart, field.selectionEnd);
    writeDraft(id, kind, text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(from, to);
    });
  };
  const tools = [
    { label: t('Bold'), icon: Bold, change: emphasise },
    { label: t('List'), icon: List, change: listed },
    { label: t('Link'), icon: Link2, change: link },
  ];
  return (
    <div className="flex items-center" role="toolbar" aria-label={t('Formatting')}>
      {tools.map(({ label, icon: Icon, change }) => (
        <Hint key={label} text={label}>
          <IconButton label={label} onClick={() => edit(change)}>
            <Icon size={15} aria-hidden />
          </IconButton>
        </Hint>
      ))}
      <Popover.Root open={emoji} onOpenChange={setEmoji}>
        <Popover.Trigger asChild>
          <IconButton label={t('Emoji')}>
            <Smile size={15} aria-hidden />
          </IconButton>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            side="top"
            align="start"
            collisionPadding={8}
            className="z-50 overflow-hidden rounded-xl border border-line bg-surface shadow-pop"
          >
            <Suspense fallback={<p className="p-4 text-compact text-muted">{t('Loading the emoji…')}</p>}>
              <EmojiPicker
                onPick={(picked) => {
                  setEmoji(false);
                  edit((text, from, to) => {
                    const at = from + picked.length;
                    return { text: text.slice(0, from) + picked + text.slice(to), from: at, to: at };
                  });
                }}
              />
            </Suspense>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Hint text={t('Attach files, up to 10 MB each. You can paste or drop them, too.')}>
        <IconButton label={t('Attach files')} onClick={() => picker.current?.click()}>
          <Paperclip size={15} aria-hidden />
        </IconButton>
      </Hint>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          addUploads(id, kind, event.target.files ?? []);
          event.target.value = '';
          textarea.current?.focus();
        }}
      />
    </div>
  );
}
