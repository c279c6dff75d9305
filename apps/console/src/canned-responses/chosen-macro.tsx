import type { CannedResponseView } from '#contracts';
import { X, Zap } from 'lucide-react';
import { IconButton } from '../ui/button.js';
import { useLabels } from '../organise/labels.js';
import { macroActionWords } from './macro-words.js';

/** What will happen after sending, and the way out of it. */
export function ChosenMacro({ macro, onDrop }: { macro: CannedResponseView; onDrop: () => void }) {
  const { data: labels = [] } = useLabels();
  const labelName = (id: string) => labels.find((label) => label.id === id)?.name ?? '';
  return (
    <div className="mx-3 mt-1 flex items-center gap-2 rounded-lg bg-accent-soft px-2.5 py-1 text-xs text-accent-ink">
      <Zap size={13} className="shrink-0" aria-hidden />
      <span className="flex-1">
        /{macro.shortcut}: then {macro.actions.map((action) => macroActionWords(action, labelName)).join(', ')}
      </span>
      <IconButton label="Leave out the actions" className="size-6!" onClick={onDrop}>
        <X size={13} aria-hidden />
      </IconButton>
    </div>
  );
}
