import type { ConversationItem } from '#contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import { ResolveChosen } from '../closing/resolve-chosen.js';
import { t } from '../language/t.js';
import { OrganiseBar, type OrganiseMenu } from '../organise/organise-bar.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { IconButton } from '../ui/button.js';
import { ListBar } from './list-header.js';
import { choose } from './selection.js';

/** In the header's place while rows are chosen. */
export default function SelectionHeader({
  items,
  all,
}: {
  items: readonly ConversationItem[];
  all: readonly string[];
}) {
  const [menu, setMenu] = useState<OrganiseMenu | null>(null);
  const clear = () => choose([]);
  useShortcuts({ Escape: clear });
  return (
    <ListBar>
      <h1 id="list-title" className="flex-1 text-compact font-semibold" aria-live="polite">
        {t('{count} chosen', { count: items.length })}
      </h1>
      {items.length < all.length && (
        <button
          type="button"
          onClick={() => choose(all)}
          className="text-xs font-medium text-accent underline underline-offset-2"
        >
          {t('All {count}', { count: all.length })}
        </button>
      )}
      <OrganiseBar items={items} keys open={menu} onOpen={setMenu} />
      <ResolveChosen items={items} />
      <IconButton label={t('Choose none')} title={t('Choose none (Esc)')} onClick={clear}>
        <X size={16} aria-hidden />
      </IconButton>
    </ListBar>
  );
}
