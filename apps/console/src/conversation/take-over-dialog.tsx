import type { ConversationItem } from '#contracts';
import { Confirm } from '../ui/dialog.js';

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
  const name = item.ownerName ?? 'A colleague';
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={`Take over from ${name}?`}
      action="Take over"
      onConfirm={onConfirm}
    >
      {name} answers this customer now and will be told. What {name} has begun to write stays with them.
    </Confirm>
  );
}
