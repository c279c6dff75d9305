import { Command } from 'cmdk';
import { Bookmark, Filter, LogOut, MessageSquare, Search, type LucideIcon } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { visitorName } from '../conversation/words.js';
import { searchOf } from '../inbox/query-address.js';
import { useSavedFilters } from '../inbox/saved-filters.js';
import { useSearch } from '../search/queries.js';
import { useConsole } from '../session/console-context.js';
import { useSignOut } from '../session/session.js';
import { settingsFor } from '../settings/pages.js';
import { Key } from '../ui/hint.js';
import { useSettled } from '../ui/use-settled.js';
import { useConversationCommands } from './conversation-commands.js';
import { views } from './views.js';
import { t } from '../language/t.js';

/** Everything by typing: places, settings, what can be done with the conversation on the screen, and a search. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const role = useConsole((state) => state.me.role);
  const saved = useSavedFilters().data ?? [];
  const commands = useConversationCommands();
  const signOut = useSignOut();
  const search = useSearch(useSettled(typed, 200));
  const found = typed.trim().length > 1 ? (search.data?.pages[0]?.results.slice(0, 5) ?? []) : [];
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const go = (to: string) => run(() => void navigate(to));
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-2xl border border-line bg-surface shadow-pop"
        >
          <Dialog.Title className="sr-only">{t('Commands')}</Dialog.Title>
          <Command label={t('Commands')} loop>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search size={16} className="text-faint" aria-hidden />
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                placeholder={t('Go to, do, or search for…')}
                className="h-12 w-full bg-transparent text-sm outline-none placeholder:text-faint"
              />
              <Key>Esc</Key>
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-2.5 py-6 text-center text-compact text-muted">
                {t('Nothing matches.')}
              </Command.Empty>
              {commands.length > 0 && (
                <Group heading={t('This conversation')}>
                  {commands.map(({ title, icon, keys, action }) => (
                    <Item key={title} title={title} icon={icon} hint={keys} onSelect={run(action)} />
                  ))}
                </Group>
              )}
              <Group heading={t('Go to')}>
                {views.map(({ view, title, icon }) => (
                  <Item key={view} title={title} icon={icon} onSelect={go(`/inbox/${view}`)} />
                ))}
                {saved.map(({ id, name, query }) => (
                  <Item
                    key={id}
                    title={name}
                    icon={query.filter.labelIds.length > 0 ? Bookmark : Filter}
                    onSelect={go(`/inbox/${query.view}${searchOf(query)}`)}
                  />
                ))}
              </Group>
              <Group heading={t('Settings')}>
                {settingsFor(role)
                  .flatMap(({ pages }) => pages)
                  .map(({ path, title, icon }) => (
                    <Item
                      key={path}
                      title={t('Settings: {title}', { title })}
                      icon={icon}
                      onSelect={go(`/settings/${path}`)}
                    />
                  ))}
                <Item title={t('Sign out')} icon={LogOut} onSelect={run(() => signOut.mutate())} />
              </Group>
              {typed.trim().length > 1 && (
                <Group heading={t('Conversations')}>
                  {found.map(({ conversation, hits }) => (
                    <Item
                      key={conversation.id}
                      title={visitorName(conversation)}
                      about={hits[0]?.excerpt.map(({ text }) => text).join('') ?? conversation.preview}
                      icon={MessageSquare}
                      always={`${typed} ${conversation.id}`}
                      onSelect={go(`/inbox/all/${conversation.id}`)}
                    />
                  ))}
                  <Item
                    title={t('Search for “{typed}”', { typed: typed.trim() })}
                    icon={Search}
                    always={typed}
                    onSelect={go(`/inbox/all?q=${encodeURIComponent(typed.trim())}`)}
                  />
                </Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-faint"
    >
      {children}
    </Command.Group>
  );
}

function Item({
  title,
  about,
  icon: Icon,
  hint,
  always,
  onSelect,
}: {
  title: string;
  about?: string;
  icon: LucideIcon;
  hint?: string | undefined;
  /** What it is matched by, where that is not its title. */
  always?: string;
  onSelect: () => void;
}) {
  return (
    <Command.Item
      value={always ?? title}
      onSelect={onSelect}
      className="flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-compact data-[selected=true]:bg-hover"
    >
      <Icon size={15} className="shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {title}
        {about && <span className="text-muted"> · {about}</span>}
      </span>
      {hint && <Key>{hint}</Key>}
    </Command.Item>
  );
}
