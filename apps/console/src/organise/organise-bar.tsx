import type { ConversationItem } from '#contracts';
import { Clock, Flag, Tag } from 'lucide-react';
import { DropdownMenu, Popover } from 'radix-ui';
import { lazy, Suspense } from 'react';
import { useConsole } from '../session/console-context.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { isOwn } from '../store/belonging.js';
import { IconButton } from '../ui/button.js';
import { menuClass } from '../ui/menu.js';
import { Bone, Loading } from '../ui/states.js';
import { LabelItems } from './label-items.js';
import { PriorityItems } from './priority-items.js';
import { useOrganise } from './use-organise.js';
import { t } from '../language/t.js';

const SnoozePicker = lazy(() => import('./snooze-picker.js'));

export type OrganiseMenu = 'labels' | 'priority' | 'snooze';

/** Labels, priority and snooze of the rows chosen, by click and by the keys l, p and s while `keys`. */
export function OrganiseBar({
  items,
  keys,
  open,
  onOpen,
}: {
  items: readonly ConversationItem[];
  keys: boolean;
  open: OrganiseMenu | null;
  onOpen: (menu: OrganiseMenu | null) => void;
}) {
  const organise = useOrganise();
  const me = useConsole((state) => state.me.id);
  const own = items.filter((item) => isOwn(item, me));
  const allSnoozed = own.length > 0 && own.every(({ status }) => status === 'snoozed');
  const unsnooze = () => void organise(own, { type: 'unsnooze' });
  useShortcuts(
    keys && items.length > 0
      ? {
          l: () => onOpen('labels'),
          p: () => onOpen('priority'),
          s: () => (allSnoozed ? unsnooze() : own.length > 0 && onOpen('snooze')),
        }
      : {},
  );
  const menu = (name: OrganiseMenu) => ({
    open: open === name,
    onOpenChange: (shown: boolean) => onOpen(shown ? name : null),
  });
  return (
    <div className="flex" role="group" aria-label={t('Organise')}>
      <DropdownMenu.Root {...menu('labels')}>
        <DropdownMenu.Trigger asChild>
          <IconButton label={t('Labels')} title={t('Labels (l)')}>
            <Tag size={16} aria-hidden />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={4}
            collisionPadding={8}
            className={`${menuClass} max-h-80 overflow-y-auto`}
          >
            <LabelItems
              items={items}
              onChange={(labelId, on) => void organise(items, { type: 'label', labelId, on })}
            />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <DropdownMenu.Root {...menu('priority')}>
        <DropdownMenu.Trigger asChild>
          <IconButton label={t('Priority')} title={t('Priority (p)')}>
            <Flag size={16} aria-hidden />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={menuClass}>
            <PriorityItems
              items={items}
              onChange={(priority) => void organise(items, { type: 'priority', priority })}
            />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {allSnoozed ? (
        <IconButton
          label={t('End the snooze')}
          title={t('End the snooze (s)')}
          className="text-accent-ink"
          onClick={unsnooze}
        >
          <Clock size={16} aria-hidden />
        </IconButton>
      ) : (
        <Popover.Root {...menu('snooze')}>
          <Popover.Trigger asChild>
            <IconButton
              label={t('Snooze')}
              title={own.length > 0 ? t('Snooze (s)') : t('Only its owner can snooze a conversation')}
              disabled={own.length === 0}
            >
              <Clock size={16} aria-hidden />
            </IconButton>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="end"
              sideOffset={4}
              collisionPadding={8}
              aria-label={t('Snooze')}
              className={`${menuClass} w-76`}
            >
              <Suspense
                fallback={
                  <Loading what={t('times')}>
                    <Bone className="h-48 w-full" />
                  </Loading>
                }
              >
                <SnoozePicker
                  onPick={(at) => {
                    onOpen(null);
                    void organise(own, { type: 'snooze', until: at.toISOString() });
                  }}
                />
              </Suspense>
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </div>
  );
}
