import { X } from 'lucide-react';
import { Dialog, Popover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../language/t.js';
import { IconButton } from '../ui/button.js';
import { menuClass } from '../ui/menu.js';
import { useNarrow } from '../ui/window-width.js';

/**
 * Where a closing is asked about: over the history, below its button. On a narrow window, where that would hide the messages to choose from, in
 * the place of the composer.
 */
export function ClosingSurface({
  open,
  onOpenChange,
  sheet,
  trigger,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where the composer is. */
  sheet: HTMLElement | null;
  trigger: ReactElement;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  if (narrow) {
    return (
      <Dialog.Root modal={false} open={open} onOpenChange={onOpenChange}>
        <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
        <Dialog.Portal container={sheet}>
          <Dialog.Content
            aria-describedby={undefined}
            className="max-h-[55dvh] overflow-y-auto border-t border-line bg-surface p-2 text-compact"
            onOpenAutoFocus={withoutKeyboard}
            onInteractOutside={(event) => event.preventDefault()}
          >
            <div className="flex items-center justify-between ps-1">
              <Dialog.Title className="text-sm font-semibold">{t('Resolve')}</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton label={t('Close')}>
                  <X size={16} aria-hidden />
                </IconButton>
              </Dialog.Close>
            </div>
            {children}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    );
  }
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className={`${menuClass} max-h-(--radix-popover-content-available-height) w-96 max-w-[calc(100vw-1.5rem)] overflow-y-auto`}
          aria-label={t('Resolve')}
          onInteractOutside={(event) => {
            // A click there chooses what is learned.
            if ((event.target as HTMLElement).closest('[data-learnable]')) event.preventDefault();
          }}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Without a box for text in focus, whose keyboard would cover the sheet on a telephone. */
function withoutKeyboard(event: Event): void {
  if (!matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
}
