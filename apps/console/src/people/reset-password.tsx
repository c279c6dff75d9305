import type { PersonView } from '#contracts';
import { KeyRound } from 'lucide-react';
import { fullTime } from '../ui/format.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { OneTimeLink } from './one-time-link.js';
import { useResetLink } from './queries.js';

/** A link by which somebody chooses a new password. Until they do, the old one works. */
export function ResetPassword({ person }: { person: PersonView }) {
  const reset = useResetLink(person.id);
  if (reset.data) {
    return (
      <div className="space-y-4" role="status">
        <p className="text-compact">
          Send this link to <strong className="font-medium">{person.name}</strong>, and to nobody else.
        </p>
        <OneTimeLink link={reset.data.link} label="Link for a new password" />
        <p className="text-xs text-muted">
          It is shown this once, works once and ends on {fullTime(reset.data.expiresAt)}.
        </p>
      </div>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate();
      }}
      className="space-y-4"
    >
      <p className="text-compact text-muted">
        Make a link by which {person.name} chooses a new password. The old password and their sessions end when they do.
      </p>
      <Problem error={reset.error} />
      <SubmitButton pending={reset.isPending} doing="Making the link…">
        <KeyRound size={15} aria-hidden /> Make a link
      </SubmitButton>
    </form>
  );
}
