import type { ConversationItem } from '#contracts';
import { Check, Minus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Link } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { maySeeSetUp } from '../session/roles.js';
import { menuItemClass, menuLabelClass, menuLineClass } from '../ui/menu.js';
import { useLabels } from './labels.js';
import { t } from '../language/t.js';

/** The menu of labels: ticked where all of the rows have one, a dash where some do. It stays open, since labels come in twos. */
export function LabelItems({
  items,
  onChange,
}: {
  items: readonly ConversationItem[];
  onChange: (labelId: string, on: boolean) => void;
}) {
  const labels = useLabels();
  const makesLabels = useConsole((state) => maySeeSetUp(state.me.role));
  const state = (id: string) => {
    const having = items.filter(({ labelIds }) => labelIds.includes(id)).length;
    return having === items.length ? true : having > 0 ? ('indeterminate' as const) : false;
  };
  return (
    <>
      <DropdownMenu.Label className={menuLabelClass}>{t('Labels')}</DropdownMenu.Label>
      {labels.data?.map(({ id, name, colour }) => (
        <DropdownMenu.CheckboxItem
          key={id}
          checked={state(id)}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={() => onChange(id, state(id) !== true)}
          className={menuItemClass}
        >
          <span aria-hidden className="size-2.5 shrink-0 rounded-full" style={{ backgroundColor: colour }} />
          <span className="flex-1" dir="auto">
            {name}
          </span>
          <DropdownMenu.ItemIndicator>
            {state(id) === true ? <Check size={15} aria-hidden /> : <Minus size={15} aria-hidden />}
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.CheckboxItem>
      ))}
      {labels.isPending && <p className="px-2.5 py-1.5 text-muted">{t('Loading…')}</p>}
      {labels.isError && <p className="px-2.5 py-1.5 text-bad">{t('The labels could not be loaded.')}</p>}
      {labels.data?.length === 0 && <p className="px-2.5 py-1.5 text-muted">{t('There are no labels yet.')}</p>}
      {makesLabels && (
        <>
          <DropdownMenu.Separator className={menuLineClass} />
          <DropdownMenu.Item asChild className={menuItemClass}>
            <Link to="/settings/labels">{t('Edit labels')}</Link>
          </DropdownMenu.Item>
        </>
      )}
    </>
  );
}
