import type { ConversationItem, PredictionView } from '#contracts';
import { ContactSection } from '../contact/contact-section.js';
import { HistorySection } from '../contact/history-section.js';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { IconButton } from '../ui/button.js';
import { useWide } from '../ui/window-width.js';
import { IntentsSection } from './intents-section.js';
import { LookUpsSection } from './look-ups-section.js';
import { ReasonSection } from './reason-section.js';
import { SimilarSection } from './similar-section.js';
import { SuggestionSection } from './suggestion-section.js';
import { t } from '../language/t.js';

/** Why people have this conversation, and whose it is. Beside it on a wide window; a drawer on a narrow one. */
export function EvidencePanel({
  id,
  item,
  focal,
  open,
  onOpenChange,
  onUseReply,
}: {
  id: string;
  item: ConversationItem | undefined;
  focal: PredictionView | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onUseReply: (text: string) => void;
}) {
  const isWide = useWide();
  const sections = (
    <>
      <ReasonSection item={item} focal={focal} />
      <IntentsSection focal={focal} />
      <SuggestionSection id={id} lastSeq={item?.lastSeq ?? 0} onUse={onUseReply} />
      <LookUpsSection id={id} lastSeq={item?.lastSeq ?? 0} />
      <ContactSection item={item} />
      <SimilarSection id={id} onUse={onUseReply} />
      <HistorySection item={item} />
    </>
  );
  if (isWide) {
    return open ? (
      <aside
        aria-label={t('Evidence and contact')}
        className="w-76 shrink-0 overflow-y-auto border-s border-line bg-sunken"
      >
        {sections}
      </aside>
    ) : null;
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 end-0 z-50 w-84 max-w-[90vw] overflow-y-auto border-s border-line bg-sunken shadow-pop"
        >
          <div className="flex items-center justify-between px-4 pt-3">
            <Dialog.Title className="text-sm font-semibold">{t('Evidence and contact')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('Close')}>
                <X size={16} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          {sections}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
