import type { AgentView, PersonView } from '#contracts';
import { KeyRound, MoreHorizontal, Pencil, UserRoundCheck, UserRoundX } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { attempt } from '../session/console-context.js';
import { IconButton } from '../ui/button.js';
import { menuClass, menuItemClass } from '../ui/menu.js';
import type { PersonAct } from './person-dialogs.js';
import { useSetDisabled } from './queries.js';
import { mayKeepOut } from './rules.js';
import { t } from '../language/t.js';

export function PersonMenu({
  me,
  person,
  onChoose,
}: {
  me: AgentView;
  person: PersonView;
  onChoose: (act: PersonAct) => void;
}) {
  const setDisabled = useSetDisabled();
  const enable = () =>
    void attempt(
      setDisabled.mutateAsync({ id: person.id, disabled: false }),
      t('{name} can sign in again.', { name: person.name }),
    );
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('What to do with {name}', { name: person.name })}>
          <MoreHorizontal size={16} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={menuClass}>
          <DropdownMenu.Item onSelect={() => onChoose('edit')} className={menuItemClass}>
            <Pencil size={15} className="text-muted" aria-hidden /> {t('Edit')}
          </DropdownMenu.Item>
          {mayKeepOut(me, person) && !person.disabledAt && (
            <DropdownMenu.Item onSelect={() => onChoose('reset')} className={menuItemClass}>
              <KeyRound size={15} className="text-muted" aria-hidden /> {t('New password')}
            </DropdownMenu.Item>
          )}
          {mayKeepOut(me, person) &&
            (person.disabledAt ? (
              <DropdownMenu.Item onSelect={enable} className={menuItemClass}>
                <UserRoundCheck size={15} className="text-muted" aria-hidden /> {t('Enable')}
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.Item onSelect={() => onChoose('disable')} className={`${menuItemClass} text-bad`}>
                <UserRoundX size={15} aria-hidden /> {t('Disable')}
              </DropdownMenu.Item>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
