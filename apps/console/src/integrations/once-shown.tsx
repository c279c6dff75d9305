import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { CodeBlock } from '../ui/code-block.js';
import { t } from '../language/t.js';

/** A secret, right after it was made: nobody sees it again. */
export function OnceShown({
  said,
  label,
  secret,
  close,
  children,
}: {
  /** What it is, as a sentence and as a name. */
  said: string;
  label: string;
  secret: string;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <div className="space-y-4">
      <p className="text-compact">
        {said} <strong>{t('It is shown this once.')}</strong>
      </p>
      <CodeBlock label={label} code={secret} />
      <p className="text-compact text-muted">{children}</p>
      <div className="flex justify-end">
        <Button tone="primary" onClick={close}>
          {t('I have kept it')}
        </Button>
      </div>
    </div>
  );
}
