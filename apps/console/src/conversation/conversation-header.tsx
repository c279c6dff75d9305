import type { ConversationItem, InboxView } from '#contracts';
import { ArrowLeft, Forward, Hand, PanelRight } from 'lucide-react';
import { Link } from 'react-router';
import { HandBackButton } from '../closing/hand-back-button.js';
import { ResolveButton } from '../closing/resolve-button.js';
import { TaughtSheet } from '../closing/taught-sheet.js';
import { OwnerChip } from '../inbox/owner-chip.js';
import { LabelChips } from '../organise/label-chips.js';
import { OrganiseOne } from '../organise/organise-one.js';
import { attempt, useClient, useConsole } from '../session/console-context.js';
import { useAcceptOffer } from '../shell/use-accept-offer.js';
import { Button, IconButton } from '../ui/button.js';
import { Hint, Key } from '../ui/hint.js';
import { Bone } from '../ui/states.js';
import { ConversationMenu } from './conversation-menu.js';
import { Viewers } from './viewers.js';
import { visitorName } from './words.js';
import { t } from '../language/t.js';

export function ConversationHeader({
  id,
  view,
  item,
  mine,
  resolving,
  onResolving,
  evidence,
  onEvidence,
  onTakeOver,
  onTransfer,
}: {
  id: string;
  view: InboxView;
  item: ConversationItem | undefined;
  mine: boolean;
  resolving: boolean;
  onResolving: (open: boolean) => void;
  evidence: boolean;
  onEvidence: (open: boolean) => void;
  onTakeOver: () => void;
  onTransfer: () => void;
}) {
  const client = useClient();
  const accept = useAcceptOffer();
  const offer = useConsole((state) => state.offers.waiting.find((waiting) => waiting.conversation.id === id));
  return (
    <header className="@container flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
      <Link
        to={`/inbox/${view}`}
        aria-label={t('Back to the list')}
        className="rounded-lg p-1.5 text-muted hover:bg-hover md:hidden"
      >
        <ArrowLeft size={18} className="rtl:-scale-x-100" aria-hidden />
      </Link>
      <div className="min-w-32 flex-1">
        {item ? (
          <>
            <h2 className="truncate text-sm leading-tight font-semibold" dir="auto">
              {visitorName(item)}
            </h2>
            <div className="flex flex-wrap items-center gap-x-2">
              <OwnerChip item={item} />
              <Viewers id={id} />
              <LabelChips ids={item.labelIds} />
            </div>
          </>
        ) : (
          <Bone className="h-4 w-40" />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-md:order-last">
        {item && <OrganiseOne item={item} />}
        {item && mine && (
          <>
            <Hint text={t('Pass it on to a colleague or a team.')}>
              <Button onClick={onTransfer}>
                <Forward size={15} className="rtl:-scale-x-100" aria-hidden />
                <span className="@max-2xl:sr-only">{t('Transfer')}</span>
              </Button>
            </Hint>
            <HandBackButton item={item} />
            <ResolveButton item={item} open={resolving} onOpenChange={onResolving} />
          </>
        )}
        {item?.status === 'resolved' && item.episode?.closedBy === 'agent' && <TaughtSheet item={item} />}
        {item && !mine && item.status !== 'resolved' && !offer && (
          <Hint
            text={
              <>
                {t('You answer from now on, the bot is silent.')} <Key>t</Key>
              </>
            }
          >
            <Button tone="primary" onClick={onTakeOver}>
              <Hand size={15} aria-hidden /> {t('Take over')}
            </Button>
          </Hint>
        )}
        {offer && (
          <>
            <Button tone="primary" onClick={() => void accept(offer)}>
              {t('Accept')} <Key>a</Key>
            </Button>
            <Button onClick={() => void attempt(client.decline(offer))}>{t('Decline')}</Button>
          </>
        )}
      </div>
      <div className="flex items-center gap-2">
        <Hint text={evidence ? t('Hide the evidence') : t('Show the evidence')}>
          <IconButton label={t('Evidence and contact')} aria-pressed={evidence} onClick={() => onEvidence(!evidence)}>
            <PanelRight size={17} aria-hidden />
          </IconButton>
        </Hint>
        <ConversationMenu id={id} />
      </div>
    </header>
  );
}
