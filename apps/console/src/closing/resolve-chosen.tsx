import type { ConversationItem } from '#contracts';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { choose } from '../inbox/selection.js';
import { useOrganise } from '../organise/use-organise.js';
import { useConsole } from '../session/console-context.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { IconButton } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { t } from '../language/t.js';

/** Closes the chosen rows together. What each was about is asked of none, so nothing is learned from them. */
export function ResolveChosen({ items }: { items: readonly ConversationItem[] }) {
  const organise = useOrganise();
  const me = useConsole((state) => state.me.id);
  const [asking, setAsking] = useState(false);
  const own = items.filter(({ owner, status }) => owner.id === me && status !== 'resolved');
  const others = items.length - own.length;
  const count = own.length === 1 ? 'this conversation' : `${own.length} conversations`;
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
        title={t('Resolve {count}?', { count })}
        action={t('Resolve')}
        onConfirm={() => {
          choose([]);
          void organise(own, { type: 'resolve' });
        }}
      >
        <p>
          {t('The bot learns nothing from')} {own.length === 1 ? t('it') : t('them')}.
        </p>
        {others > 0 && (
          <p className="mt-2">
            {others === 1 ? t('One more is') : t('{others} more are', { others })}{' '}
            {t('not yours or resolved already, and')}
            {others === 1 ? t(' stays') : t(' stay')} {t('as')} {others === 1 ? t('it is') : t('they are')}.
          </p>
        )}
      </Confirm>
    </>
  );
}
