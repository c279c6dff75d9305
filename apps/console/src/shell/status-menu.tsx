import type { AgentStatus } from '#contracts';
import { Check, ChevronsUpDown, MessageCircle } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { attempt, useClient, useConsole } from '../session/console-context.js';
import { Avatar } from '../ui/avatar.js';
import { cx } from '../ui/cx.js';
import { menuClass, menuItemClass, menuLabelClass } from '../ui/menu.js';
import { PersonalMenuItems } from './personal-menu-items.js';
import { t } from '../language/t.js';

const statuses = [
  { status: 'online', title: t('Online'), about: t('Conversations are offered to you') },
  { status: 'busy', title: t('Busy'), about: t('You keep yours, no new ones come') },
  { status: 'away', title: t('Away'), about: t('Nothing is offered to you') },
] as const;

const titles: Record<AgentStatus, string> = {
  online: t('Online'),
  busy: t('Busy'),
  away: t('Away'),
  offline: t('Offline'),
};

/** Shape and colour both tell the status apart. */
function StatusDot({ status }: { status: AgentStatus }) {
  return (
    <span
      aria-hidden
      className={cx(
        'size-2.5 shrink-0',
        status === 'online' && 'rounded-full bg-good',
        status === 'busy' && 'rounded-[3px] bg-bad',
        status === 'away' && 'rounded-full border-2 border-warn',
        status === 'offline' && 'rounded-full border-2 border-edge',
      )}
    />
  );
}

export function StatusMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const me = useConsole((state) => state.me);
  const client = useClient();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="flex w-full items-center gap-2.5 rounded-xl p-2 text-start hover:bg-hover data-[state=open]:bg-hover">
        <Avatar name={me.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-compact font-medium">{me.name}</span>
          <span className="flex items-center gap-1.5 text-xs text-muted">
            <StatusDot status={me.status} />
            <span className="truncate">{me.takesChats ? titles[me.status] : t('No chats')}</span>
            <span className="sr-only">{t('Status and settings')}</span>
          </span>
        </span>
        <ChevronsUpDown size={14} className="text-faint" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content side="top" align="start" sideOffset={6} className={cx(menuClass, 'w-68')}>
          <DropdownMenu.Label className={menuLabelClass}>{t('Status')}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={me.status}>
            {statuses.map(({ status, title, about }) => (
              <DropdownMenu.RadioItem
                key={status}
                value={status}
                onSelect={() => void attempt(client.setStatus(status))}
                className={menuItemClass}
              >
                <StatusDot status={status} />
                <span className="flex-1">
                  <span className="block font-medium">{title}</span>
                  <span className="block text-xs text-muted">{about}</span>
                </span>
                <DropdownMenu.ItemIndicator>
                  <Check size={15} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.CheckboxItem
            checked={me.takesChats}
            onCheckedChange={(on) => void attempt(client.takeChats(on))}
            className={menuItemClass}
          >
            <MessageCircle size={15} className="shrink-0 text-muted" aria-hidden />
            <span className="flex-1">
              <span className="block font-medium">{t('I take chats')}</span>
              <span className="block text-xs text-muted">
                {me.takesChats
                  ? t('Waiting customers are offered to you')
                  : t('You are only asked when one is passed to you')}
              </span>
            </span>
            <DropdownMenu.ItemIndicator>
              <Check size={15} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
          <PersonalMenuItems onShortcuts={onShortcuts} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
