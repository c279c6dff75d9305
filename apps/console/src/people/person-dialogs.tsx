import type { AgentView, PersonView } from '#contracts';
import { attempt } from '../session/console-context.js';
import { Confirm, Sheet } from '../ui/dialog.js';
import { EditPerson } from './edit-person.js';
import { useSetDisabled } from './queries.js';
import { ResetPassword } from './reset-password.js';
import { t } from '../language/t.js';

export type PersonAct = 'edit' | 'reset' | 'disable';

export function PersonDialogs({
  me,
  person,
  act,
  onClose,
}: {
  me: AgentView;
  person: PersonView;
  act: PersonAct;
  onClose: () => void;
}) {
  const setDisabled = useSetDisabled();
  const close = (open: boolean) => open || onClose();
  if (act === 'disable') {
    return (
      <Confirm
        open
        onOpenChange={close}
        title={t('Disable {name}?', { name: person.name })}
        action={t('Disable')}
        danger
        onConfirm={() =>
          void attempt(
            setDisabled.mutateAsync({ id: person.id, disabled: true }),
            t('{name} is signed out and stays out.', { name: person.name }),
          )
        }
      >
        <p className="text-compact">
          {t(
            'They are signed out everywhere at once and cannot sign in again. What they have open goes back to the queue. What they wrote stays. You can enable them at any time.',
          )}
        </p>
      </Confirm>
    );
  }
  return (
    <Sheet
      open
      onOpenChange={close}
      title={
        act === 'edit' ? t('Edit {name}', { name: person.name }) : t('New password for {name}', { name: person.name })
      }
    >
      {act === 'edit' ? <EditPerson me={me} person={person} onSaved={onClose} /> : <ResetPassword person={person} />}
    </Sheet>
  );
}
