import type { InboxQuery, InboxSort } from '#contracts';
import { ArrowDownUp, Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { setPreferences, usePreferences } from '../session/preferences.js';
import { IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { menuClass, menuItemClass, menuLabelClass, menuLineClass } from '../ui/menu.js';
import { t } from '../language/t.js';

const sorts: { value: InboxSort; label: string }[] = [
  { value: 'newest', label: t('Newest message') },
  { value: 'oldest', label: t('Oldest message') },
  { value: 'waiting_longest', label: t('Waiting longest') },
  { value: 'priority', label: t('Priority') },
  { value: 'sla', label: t('Next promise due') },
];

/** In which order, and what follows a conversation that is done. */
export function SortMenu({ query, onChange }: { query: InboxQuery; onChange: (sort: InboxSort | null) => void }) {
  const { nextAfterClosing } = usePreferences();
  const own = query.view === 'waiting' ? 'turn' : 'newest';
  const options = query.view === 'waiting' ? [{ value: 'turn', label: t('Whose turn it is') }, ...sorts] : sorts;
  const indicator = (
    <DropdownMenu.ItemIndicator>
      <Check size={15} aria-hidden />
    </DropdownMenu.ItemIndicator>
  );
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('Sort')} title={t('Sort')} className={cx(query.sort !== null && 'text-accent-ink')}>
          <ArrowDownUp size={16} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={menuClass}>
          <DropdownMenu.Label className={menuLabelClass}>{t('Sort by')}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={query.sort ?? own}
            onValueChange={(value) => onChange(value === own ? null : (value as InboxSort))}
          >
            {options.map(({ value, label }) => (
              <DropdownMenu.RadioItem key={value} value={value} className={menuItemClass}>
                <span className="flex-1">{label}</span>
                {indicator}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className={menuLineClass} />
          <DropdownMenu.CheckboxItem
            checked={nextAfterClosing}
            onCheckedChange={(on) => setPreferences({ nextAfterClosing: on })}
            className={menuItemClass}
          >
            <span className="flex-1">{t('Open the next one after closing')}</span>
            {indicator}
          </DropdownMenu.CheckboxItem>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
