import type { CannedResponseView } from '#contracts';
import { X, Zap } from 'lucide-react';
import { useColleagues, useTeams } from '../colleagues/queries.js';
import { IconButton } from '../ui/button.js';
import { useLabels } from '../organise/labels.js';
import { macroActionWords } from './macro-words.js';
import { t } from '../language/t.js';

/** What will happen after sending, and the way out of it. */
export function ChosenMacro({ macro, onDrop }: { macro: CannedResponseView; onDrop: () => void }) {
  const named = [useLabels().data ?? [], useTeams().data ?? [], useColleagues().data ?? []].flat();
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? '';
  return (
    <div className="mx-3 mt-1 flex items-center gap-2 rounded-lg bg-accent-soft px-2.5 py-1 text-xs text-accent-ink">
      <Zap size={13} className="shrink-0" aria-hidden />
      <span className="flex-1">
        {t('/{shortcut}: then {actions}', {
          shortcut: macro.shortcut,
          actions: macro.actions.map((action) => macroActionWords(action, nameOf)).join(', '),
        })}
      </span>
      <IconButton label={t('Leave out the actions')} className="size-6!" onClick={onDrop}>
        <X size={13} aria-hidden />
      </IconButton>
    </div>
  );
}
