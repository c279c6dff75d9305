import type { InboxFilter } from '#contracts';
import { Check, ChevronRight, ListFilter } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { menuClass, menuItemClass, menuLineClass } from '../ui/menu.js';
import { isChosen, useFilterFields, withValue } from './filter-fields.js';
import { filterSize, noFilter } from './query-address.js';
import { t } from '../language/t.js';

export function FilterMenu({ filter, onChange }: { filter: InboxFilter; onChange: (filter: InboxFilter) => void }) {
  const fields = useFilterFields();
  const size = filterSize(filter);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton
          label={size > 0 ? t('Filter: {count} chosen', { count: size }) : t('Filter')}
          title={t('Filter')}
          className={cx(size > 0 && 'text-accent-ink')}
        >
          <ListFilter size={16} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={menuClass}>
          {fields.map(({ field, title, options }) => (
            <DropdownMenu.Sub key={field}>
              <DropdownMenu.SubTrigger className={menuItemClass}>
                <span className="flex-1">{title}</span>
                <ChevronRight size={14} className="text-faint rtl:-scale-x-100" aria-hidden />
              </DropdownMenu.SubTrigger>
              <DropdownMenu.Portal>
                <DropdownMenu.SubContent
                  collisionPadding={8}
                  className={cx(menuClass, 'max-h-80 max-w-[calc(100vw-1rem)] overflow-y-auto')}
                >
                  {options.length === 0 && <p className="px-2.5 py-1.5 text-muted">{t('There is none yet.')}</p>}
                  {options.map(({ value, label }) => (
                    <DropdownMenu.CheckboxItem
                      key={value}
                      checked={isChosen(filter, field, value)}
                      onSelect={(event) => event.preventDefault()}
                      onCheckedChange={(on) => onChange(withValue(filter, field, value, on))}
                      className={menuItemClass}
                    >
                      <span className="flex-1 truncate" dir="auto">
                        {label}
                      </span>
                      <DropdownMenu.ItemIndicator>
                        <Check size={15} aria-hidden />
                      </DropdownMenu.ItemIndicator>
                    </DropdownMenu.CheckboxItem>
                  ))}
                </DropdownMenu.SubContent>
              </DropdownMenu.Portal>
            </DropdownMenu.Sub>
          ))}
          {size > 0 && (
            <>
              <DropdownMenu.Separator className={menuLineClass} />
              <DropdownMenu.Item onSelect={() => onChange(noFilter)} className={menuItemClass}>
                {t('Show all')}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
