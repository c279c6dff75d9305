import { Copy } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '../ui/button.js';
import { menuClass, menuItemClass } from '../ui/menu.js';
import { t } from '../language/t.js';

/** Copies one day's hours to others. */
export function CopyMenu({ day, onCopy }: { day: string; onCopy: (to: number[]) => void }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('Copy {day}’s hours', { day })}>
          <Copy size={15} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={menuClass}>
          <DropdownMenu.Item onSelect={() => onCopy([1, 2, 3, 4, 5])} className={menuItemClass}>
            {t('To Monday to Friday')}
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={() => onCopy([1, 2, 3, 4, 5, 6, 7])} className={menuItemClass}>
            {t('To all days')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
