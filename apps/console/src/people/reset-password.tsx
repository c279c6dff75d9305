import type { PersonView } from '#contracts';
import { KeyRound } from 'lucide-react';
import { fullTime } from '../ui/format.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { OneTimeLink } from './one-time-link.js';
import { useResetLink } from './queries.js';
import { t } from '../language/t.js';

/** A link by which somebody chooses a new password. Until they do, the old one works. */
export function ResetPassword({ person }: { person: PersonView }) {
  const reset = useResetLink(person.id);
  if (reset.data) {
    return (
      <div className="space-y-4" role="status">
        <p className="text-compact">{t('Send this link to {name}, and to nobody else.', { name: person.name })}</p>
        <OneTimeLink link={reset.data.link} label={t('Link for a new password')} />
        <p className="text-xs text-muted">
          {t('It is shown this once, works once and ends on {expiresAt}.', {
            expiresAt: fullTime(reset.data.expiresAt),
          })}
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
        {t(
          'Make a link by which {name} chooses a new password. The old password and their sessions end when they do.',
          { name: person.name },
        )}
      </p>
      <Problem error={reset.error} />
      <SubmitButton pending={reset.isPending} doing={t('Making the link…')}>
        <KeyRound size={15} aria-hidden /> {t('Make a link')}
      </SubmitButton>
    </form>
  );
}
