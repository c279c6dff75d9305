import type { AgentView, PersonView } from '#contracts';
import { attempt } from '../session/console-context.js';
import { Confirm, Sheet } from '../ui/dialog.js';
import { EditPerson } from './edit-person.js';
import { useSetDisabled } from './queries.js';
import { ResetPassword } from './reset-password.js';

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
        title={`Disable ${person.name}?`}
        action="Disable"
        danger
        onConfirm={() =>
          void attempt(
            setDisabled.mutateAsync({ id: person.id, disabled: true }),
            `${person.name} is signed out and stays out.`,
          )
        }
      >
        <p className="text-compact">
          They are signed out everywhere at once and cannot sign in again. What they have open goes back to the queue.
          What they wrote stays. You can enable them at any time.
        </p>
      </Confirm>
    );
  }
  return (
    <Sheet open onOpenChange={close} title={act === 'edit' ? `Edit ${person.name}` : `New password for ${person.name}`}>
      {act === 'edit' ? <EditPerson me={me} person={person} onSaved={onClose} /> : <ResetPassword person={person} />}
    </Sheet>
  );
}
