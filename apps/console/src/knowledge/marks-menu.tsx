import { Braces } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '../ui/button.js';
import { menuClass, menuItemClass, menuLabelClass } from '../ui/menu.js';
import { t } from '../language/t.js';

/** What a text may name, to be put where the cursor is. */
export function MarksMenu({
  marks,
  onPick,
  refocus,
}: {
  marks: string[];
  onPick: (name: string) => void;
  /** Back into the text, and not to the button. */
  refocus: () => void;
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button small>
          <Braces size={14} aria-hidden /> {t('Insert a placeholder')}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={`${menuClass} max-h-72 overflow-y-auto`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            refocus();
          }}
        >
          <DropdownMenu.Label className={menuLabelClass}>{t('Filled in when the bot answers')}</DropdownMenu.Label>
          {marks.map((name) => (
            <DropdownMenu.Item
              key={name}
              className={`${menuItemClass} font-mono text-xs`}
              onSelect={() => onPick(name)}
            >{`{{${name}}}`}</DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
