import type { ConversationItem } from '#contracts';
import { Confirm } from '../ui/dialog.js';
import { t } from '../language/t.js';

/** Asked before a colleague's conversation is taken. */
export function TakeOverDialog({
  item,
  open,
  onOpenChange,
  onConfirm,
}: {
  item: ConversationItem;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => void;
}) {
  const name = item.ownerName ?? t('A colleague');
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={t('Take over from {name}?', { name })}
      action={t('Take over')}
      onConfirm={onConfirm}
    >
      {t('{name} answers this customer now and will be told. What {name} has begun to write stays with them.', {
        name,
      })}
    </Confirm>
  );
}
