import type { ConversationItem, ConversationPriority } from '#contracts';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { menuItemClass, menuLabelClass } from '../ui/menu.js';
import { priorities } from './priorities.js';
import { t } from '../language/t.js';

export function PriorityItems({
  items,
  onChange,
}: {
  items: readonly ConversationItem[];
  onChange: (priority: ConversationPriority) => void;
}) {
  const all = new Set(items.map(({ priority }) => priority));
  const [chosen] = all.size === 1 ? all : [''];
  return (
    <>
      <DropdownMenu.Label className={menuLabelClass}>{t('Priority')}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={chosen} onValueChange={(value) => onChange(value as ConversationPriority)}>
        {priorities.map(({ value, label, icon: Icon, tone }) => (
          <DropdownMenu.RadioItem key={value} value={value} className={menuItemClass}>
            <Icon size={15} className={tone} aria-hidden />
            <span className="flex-1">{label}</span>
            <DropdownMenu.ItemIndicator>
              <Check size={15} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}
