import { ExternalLink, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../language/t.js';

/** To the documentation of the public API, in a tab of its own. */
export function DocsLink({ icon: Icon = ExternalLink, children }: { icon?: LucideIcon; children: ReactNode }) {
  return (
    <a
      href="/api/v1/docs"
      target="_blank"
      rel="noreferrer"
      className="inline-flex h-7 items-center gap-1.5 rounded-lg px-2 text-xs font-medium text-accent-ink hover:bg-hover"
    >
      <Icon size={14} aria-hidden /> {children}
      <span className="sr-only">{t('(opens a new tab)')}</span>
    </a>
  );
}
