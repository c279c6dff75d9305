import { conversationExport } from '#contracts';
import { Download, EllipsisVertical, Link2, Printer } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useHref } from 'react-router';
import { request } from '../connection/rest.js';
import { attempt } from '../session/console-context.js';
import { IconButton } from '../ui/button.js';
import { menuClass, menuItemClass } from '../ui/menu.js';
import { t } from '../language/t.js';

/** What is done with a conversation beside answering it. */
export function ConversationMenu({ id }: { id: string }) {
  const address = useHref(`/inbox/all/${id}`);
  const printed = useHref(`/print/${id}`);
  const link = () => navigator.clipboard.writeText(`${location.origin}${address}`);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('More about this conversation')}>
          <EllipsisVertical size={17} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={menuClass}>
          <DropdownMenu.Item className={menuItemClass} onSelect={() => void attempt(link(), t('The link is copied.'))}>
            <Link2 size={15} aria-hidden /> {t('Copy the link')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menuItemClass} onSelect={() => void window.open(printed, '_blank', 'noopener')}>
            <Printer size={15} aria-hidden /> {t('Print')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menuItemClass} onSelect={() => void attempt(download(id))}>
            <Download size={15} aria-hidden /> {t('Download as JSON')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

async function download(id: string): Promise<void> {
  const exported = await request(conversationExport, 'GET', `/api/conversations/${id}/export`);
  const file = new Blob([JSON.stringify(exported, null, 2)], { type: 'application/json' });
  const url = URL.createObjectURL(file);
  const anchor = Object.assign(document.createElement('a'), { href: url, download: `conversation-${id}.json` });
  anchor.click();
  URL.revokeObjectURL(url);
}
