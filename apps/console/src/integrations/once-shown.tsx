import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { CodeBlock } from '../ui/code-block.js';

/** A secret, right after it was made: nobody sees it again. */
export function OnceShown({
  what,
  secret,
  close,
  children,
}: {
  what: string;
  secret: string;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <div className="space-y-4">
      <p className="text-compact">
        This is the {what}. <strong>It is shown this once.</strong>
      </p>
      <CodeBlock label={`The ${what}`} code={secret} />
      <p className="text-compact text-muted">{children}</p>
      <div className="flex justify-end">
        <Button tone="primary" onClick={close}>
          I have kept it
        </Button>
      </div>
    </div>
  );
}
