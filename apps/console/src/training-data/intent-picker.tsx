import type { IntentRow } from '#contracts';
import { Command } from 'cmdk';
import { ChevronsUpDown, CircleSlash, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { cx } from '../ui/cx.js';
import { fieldClass } from '../ui/field.js';
import { menuClass } from '../ui/menu.js';
import { useCreateIntent } from '../knowledge/queries.js';
import { intentNameFrom } from '../knowledge/words.js';
import { intentTitle } from './intent-title.js';
import { t } from '../language/t.js';

const item = 'flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 data-[selected=true]:bg-hover';

/** Which intent a message belongs to: one there is, none of the shop's topics, or a new one by its title. */
export function IntentPicker({
  intents,
  value,
  onPick,
  label,
  placeholder,
  className,
}: {
  intents: IntentRow[];
  /** Null: none of the shop's topics. Undefined: nothing chosen yet. */
  value: string | null | undefined;
  onPick: (intentId: string | null) => void;
  label: string;
  placeholder?: string;
  className?: string;
}) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const create = useCreateIntent();
  const shown = value === undefined ? placeholder : intentTitle(intents, value);
  const title = typed.trim();
  const isNew =
    intentNameFrom(title) !== '' && !intents.some((intent) => intent.title.toLowerCase() === title.toLowerCase());

  const toggle = (next: boolean) => {
    setOpen(next);
    setTyped('');
  };
  const pick = (intentId: string | null) => {
    toggle(false);
    onPick(intentId);
  };
  return (
    <Popover.Root open={open} onOpenChange={toggle} modal>
      <Popover.Trigger
        role="combobox"
        aria-label={`${label}: ${shown ?? t('nothing chosen')}`}
        aria-expanded={open}
        className={cx(fieldClass, 'flex items-center justify-between gap-2 text-start', className)}
      >
        <span className={cx('truncate', value == null && 'text-muted')}>{shown}</span>
        <ChevronsUpDown size={14} className="shrink-0 text-muted" aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={cx(menuClass, 'w-80 max-w-[calc(100vw-1rem)]')}
        >
          <Command label={label} loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              maxLength={100}
              placeholder={t('Search, or type a new topic')}
              className={cx(fieldClass, 'mb-1.5')}
            />
            <Command.List className="max-h-64 overflow-y-auto">
              {intents.map((intent) => (
                <Command.Item
                  key={intent.id}
                  value={intent.id}
                  keywords={[intent.title, intent.name]}
                  onSelect={() => pick(intent.id)}
                  className={item}
                >
                  <span className="truncate">{intent.title}</span>
                </Command.Item>
              ))}
              {isNew && (
                <Command.Item
                  value="new"
                  forceMount
                  disabled={create.isPending}
                  onSelect={() =>
                    void attempt(
                      create
                        .mutateAsync({ name: intentNameFrom(title), title, description: '' })
                        .then(({ id }) => pick(id)),
                    )
                  }
                  className={item}
                >
                  <Plus size={14} className="shrink-0 text-muted" aria-hidden />
                  <span className="truncate">{t('New intent “{title}”', { title })}</span>
                </Command.Item>
              )}
              <Command.Item value="none of our topics" onSelect={() => pick(null)} className={item} forceMount>
                <CircleSlash size={14} className="text-muted" aria-hidden /> {t('None of our topics')}
              </Command.Item>
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
