import { Dialog } from 'radix-ui';
import { t } from '../language/t.js';
import { SideNav } from './side-nav.js';

/** The navigation of a narrow window, over the page. Closed, it gives the focus back to what opened it. */
export default function NavigationDrawer({
  onClose,
  onClosed,
  onShortcuts,
  onCommands,
}: {
  onClose: () => void;
  onClosed: () => void;
  onShortcuts: () => void;
  onCommands: () => void;
}) {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 start-0 z-50 shadow-pop"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
        >
          <Dialog.Title className="sr-only">{t('Menu')}</Dialog.Title>
          <SideNav onShortcuts={onShortcuts} onCommands={onCommands} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
