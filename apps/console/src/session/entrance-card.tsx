import type { ReactNode } from 'react';
import { LanguageSelect } from '../account/language-select.js';
import { cx } from '../ui/cx.js';
import { Logo } from '../ui/logo.js';

/** The card that stands alone on a page where nobody is signed in. */
export function EntranceCard({
  title,
  description,
  wide = false,
  children,
}: {
  title: string;
  description: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}) {
  return (
    <main className="flex min-h-full items-center justify-center p-4">
      <div
        className={cx(
          'w-full rounded-2xl border border-line bg-surface p-6 shadow-pop sm:p-8',
          wide ? 'max-w-lg' : 'max-w-92',
        )}
      >
        <Logo className="mb-6 size-9" />
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 text-compact text-muted">{description}</p>
        {children}
        <LanguageSelect className="mt-6 w-auto text-compact text-muted" />
      </div>
    </main>
  );
}
