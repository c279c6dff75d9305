import { maySetUp } from '../session/roles.js';
import { CircleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { useChecklist } from '../set-up/checklist.js';
import { t } from '../language/t.js';

/** Says why the bot says nothing, to those who can change it or answer for it. */
export function NoModelBanner() {
  const mayTrain = useConsole((state) => maySetUp(state.me.role));
  const { data } = useChecklist();
  const training = data?.runId ?? null;
  return (
    <div role="status">
      {data?.hasModel === false && (
        <p className="flex items-start gap-2.5 border-b border-line bg-note px-4 py-2 text-compact text-note-ink">
          <CircleAlert size={15} className="mt-0.5 shrink-0" aria-hidden />
          <span>
            {t('No model serves yet: every message goes to people.')}{' '}
            {mayTrain && (
              <Link
                to={training ? `/models/runs/${training}` : '/set-up/train'}
                className="font-medium underline underline-offset-2"
              >
                {training ? t('Training is under way') : t('Train one')}
              </Link>
            )}
          </span>
        </p>
      )}
    </div>
  );
}
