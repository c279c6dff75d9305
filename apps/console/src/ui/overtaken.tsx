import { Alert } from './alert.js';
import { Button } from './button.js';
import { t } from '../language/t.js';

/** Above the button that saves: somebody else did so first. */
export function Overtaken({ by: { overtaken, discard } }: { by: { overtaken: boolean; discard: () => void } }) {
  if (!overtaken) return null;
  return (
    <div role="status">
      <Alert
        tone="warn"
        action={
          <Button small onClick={discard}>
            {t('Show theirs')}
          </Button>
        }
      >
        {t('Somebody else has changed this meanwhile. What you typed is still here: saving it replaces theirs.')}
      </Alert>
    </div>
  );
}
