import { lookUpList, type LookUpView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { request, sentence } from '../connection/rest.js';
import { Badge } from '../ui/badge.js';
import { Button, IconButton } from '../ui/button.js';
import { readable } from '../ui/format.js';
import { Bone, Loading } from '../ui/states.js';
import { Section } from './section.js';
import { t } from '../language/t.js';

const states = {
  confirmed: { tone: 'good', label: t('This customer’s') },
  unconfirmed: { tone: 'warn', label: t('Not proved to be this customer’s') },
  public: null,
  unknown: { tone: 'plain', label: t('Unknown to the shop') },
  failed: { tone: 'bad', label: t('The shop did not answer') },
} as const;

/** What the shop says of the orders that stand in the conversation. `lastSeq`: it is asked again with every message. */
export function LookUpsSection({ id, lastSeq }: { id: string; lastSeq: number }) {
  const lookUps = useQuery({
    queryKey: ['look-ups', id, lastSeq],
    queryFn: () => request(lookUpList, 'GET', `/api/conversations/${id}/look-ups`),
    select: (answer) => answer.lookUps,
    placeholderData: (before) => before,
  });
  if (lookUps.data?.length === 0) return null;
  return (
    <Section title={t('From the shop')}>
      {lookUps.isPending ? (
        <Loading what={t('what the shop says')}>
          <Bone className="h-20 w-full" />
        </Loading>
      ) : lookUps.isError ? (
        <div className="text-compact text-muted">
          <p className="mb-2">{sentence(lookUps.error)}</p>
          <Button small onClick={() => void lookUps.refetch()}>
            {t('Try again')}
          </Button>
        </div>
      ) : (
        <ul className="space-y-3">
          {lookUps.data.map((lookUp) => (
            <LookUp
              key={lookUp.actionId}
              lookUp={lookUp}
              onAgain={() => void lookUps.refetch()}
              busy={lookUps.isFetching}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function LookUp({ lookUp, onAgain, busy }: { lookUp: LookUpView; onAgain: () => void; busy: boolean }) {
  const { title, slots, state, outputs } = lookUp;
  const mark = states[state];
  return (
    <li className="rounded-xl border border-line bg-surface p-3">
      <div className="mb-1.5 flex items-start justify-between gap-2">
        <p className="min-w-0 text-compact font-semibold wrap-anywhere">
          {title}: {Object.values(slots).join(', ')}
        </p>
        <IconButton
          label={t('Ask the shop again: {title}', { title })}
          className="size-6!"
          disabled={busy}
          onClick={onAgain}
        >
          <RefreshCw size={13} className={busy ? 'animate-spin' : ''} aria-hidden />
        </IconButton>
      </div>
      {mark && <Badge tone={mark.tone}>{mark.label}</Badge>}
      {Object.keys(outputs).length > 0 && (
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-compact">
          {Object.entries(outputs).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{readable(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())}</dt>
              <dd dir="auto" className="min-w-0 wrap-anywhere">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
