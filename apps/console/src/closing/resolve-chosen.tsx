import type { ConversationItem } from '#contracts';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { choose } from '../inbox/selection.js';
import { useOrganise } from '../organise/use-organise.js';
import { useConsole } from '../session/console-context.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { isOwn } from '../store/belonging.js';
import { IconButton } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { t } from '../language/t.js';

/** Closes the chosen rows together. What each was about is asked of none, so nothing is learned from them. */
export function ResolveChosen({ items }: { items: readonly ConversationItem[] }) {
  const organise = useOrganise();
  const me = useConsole((state) => state.me.id);
  const [asking, setAsking] = useState(false);
  const own = items.filter((item) => isOwn(item, me));
  const others = items.length - own.length;
  useShortcuts({ e: () => own.length > 0 && setAsking(true) });
  return (
    <>
      <IconButton
        label={t('Resolve')}
        title={own.length > 0 ? t('Resolve (e)') : t('Only its owner can resolve a conversation')}
        disabled={own.length === 0}
        onClick={() => setAsking(true)}
      >
        <CircleCheck size={16} aria-hidden />
      </IconButton>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Resolve {count} conversations?', { count: own.length })}
        action={t('Resolve')}
        onConfirm={() => {
          choose([]);
          void organise(own, { type: 'resolve' });
        }}
      >
        <p>{own.length === 1 ? t('The bot learns nothing from it.') : t('The bot learns nothing from them.')}</p>
        {others > 0 && (
          <p className="mt-2">
            {t('{count} more are not yours or resolved already, and stay as they are.', { count: others })}
          </p>
        )}
      </Confirm>
    </>
  );
}
