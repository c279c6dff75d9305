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

/**
 * Name and buttons stand in one line, and below it who has the conversation; narrower, the buttons for labels, priority and snooze too; on a
 * telephone all buttons stand below.
 */
const layout =
  'grid min-h-14 grid-cols-[minmax(5rem,1fr)_auto] items-center gap-x-2 gap-y-1 px-3 py-2 @min-[26rem]:gap-y-0 @min-[26rem]:grid-cols-[minmax(5rem,1fr)_auto_auto] @2xl:grid-cols-[minmax(8rem,1fr)_auto_auto_auto] @2xl:gap-x-3 @2xl:px-4';
const places = {
  organise:
    'row-start-3 justify-self-end @min-[26rem]:col-span-2 @min-[26rem]:row-start-2 @2xl:col-span-1 @2xl:col-start-2 @2xl:row-span-2 @2xl:row-start-1',
  actions:
    'col-start-1 row-start-3 flex flex-wrap items-center gap-1 @min-[26rem]:col-start-2 @min-[26rem]:row-start-1 @2xl:col-start-3 @2xl:row-span-2 @2xl:gap-2',
  tools:
    'col-start-2 row-start-1 flex items-center gap-1 justify-self-end @min-[26rem]:col-start-3 @2xl:col-start-4 @2xl:row-span-2 @2xl:gap-2',
};

export function ConversationHeader({
  id,
  view,
  item,
  mine,
  resolving,
  onResolving,
  sheet,
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
  /** Where the closing is asked about on a narrow window. */
  sheet: HTMLElement | null;
  evidence: boolean;
  onEvidence: (open: boolean) => void;
  onTakeOver: () => void;
  onTransfer: () => void;
}) {
  const client = useClient();
  const accept = useAcceptOffer();
  const offer = useConsole((state) => state.offers.waiting.find((waiting) => waiting.conversation.id === id));
  return (
    <header className="@container shrink-0 border-b border-line">
      <div className={layout}>
        <div className="flex min-w-0 items-center gap-2">
          <Link
            to={`/inbox/${view}`}
            aria-label={t('Back to the list')}
            className="rounded-lg p-1.5 text-muted hover:bg-hover md:hidden"
          >
            <ArrowLeft size={18} className="rtl:-scale-x-100" aria-hidden />
          </Link>
          {item ? (
            <h2 className="truncate text-sm leading-tight font-semibold" dir="auto">
              {visitorName(item)}
            </h2>
          ) : (
            <Bone className="h-4 w-40" />
          )}
        </div>
        {item && (
          <>
            <div className="col-start-1 row-start-2 flex min-w-0 flex-wrap items-center gap-x-2 self-start">
              <OwnerChip item={item} />
              <Viewers id={id} />
              <LabelChips ids={item.labelIds} />
            </div>
            <div className={places.organise}>
              <OrganiseOne item={item} />
            </div>
          </>
        )}
        <div className={places.actions}>
          {item && mine && (
            <>
              <Hint text={t('Pass it on to a colleague or a team.')}>
                <Button className="@max-2xl:w-8 @max-2xl:px-0" onClick={onTransfer}>
                  <Forward size={15} className="rtl:-scale-x-100" aria-hidden />
                  <span className="@max-2xl:sr-only">{t('Transfer')}</span>
                </Button>
              </Hint>
              <HandBackButton item={item} />
              <ResolveButton item={item} open={resolving} onOpenChange={onResolving} sheet={sheet} />
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
        <div className={places.tools}>
          <Hint text={evidence ? t('Hide the evidence') : t('Show the evidence')}>
            <IconButton label={t('Evidence and contact')} aria-pressed={evidence} onClick={() => onEvidence(!evidence)}>
              <PanelRight size={17} aria-hidden />
            </IconButton>
          </Hint>
          <ConversationMenu id={id} />
        </div>
      </div>
    </header>
  );
}
