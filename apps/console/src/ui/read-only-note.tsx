import { Lock } from 'lucide-react';
import { t } from '../language/t.js';

/** Above a form that this role sees and does not change. */
export function ReadOnlyNote() {
  return (
    <p className="flex items-center gap-2 rounded-lg bg-sunken px-3 py-2 text-compact text-muted">
      <Lock size={14} aria-hidden /> {t('Owners and admins change this; your role sees it.')}
    </p>
  );
}
