import type { Checklist } from '#contracts';
import { Cpu, Database, MessageSquareText, MonitorSmartphone, Users, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ago } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { formatLocale, t } from '../language/t.js';

/** What the bot has, each leading to where it is changed. */
export function Facts({ checklist }: { checklist: Checklist }) {
  const { nExamples, nIntents, nAutomated, hasModel, runId, seenAt, nPeople } = checklist;
  const now = useNow();
  return (
    <section aria-label={t('In short')} className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-3">
      <Fact
        to="/settings/training-data"
        icon={Database}
        title={t('Examples')}
        value={nExamples.toLocaleString(formatLocale())}
      >
        {t('messages that the bot learns from')}
      </Fact>
      <Fact
        to="/settings/intents"
        icon={MessageSquareText}
        title={t('Automated')}
        value={t('{automated} of {intents}', { automated: nAutomated, intents: nIntents })}
      >
        {t('intents that the bot answers by itself')}
      </Fact>
      <Fact
        to={runId ? `/models/runs/${runId}` : '/models'}
        icon={Cpu}
        title={t('Model')}
        value={hasModel ? t('Serves') : runId ? t('In training') : t('None yet')}
      >
        {hasModel ? t('every message is read by it') : t('every message goes to people')}
      </Fact>
      <Fact
        to="/settings/inboxes"
        icon={MonitorSmartphone}
        title={t('Widget')}
        value={seenAt ? seenWords(seenAt, now) : t('Not seen')}
      >
        {seenAt ? t('it was seen on a page of yours') : t('it is on no page of yours yet')}
      </Fact>
      <Fact to="/settings/people" icon={Users} title={t('People')} value={nPeople.toLocaleString(formatLocale())}>
        {nPeople === 1 ? t('colleague, which is you') : t('colleagues')}
      </Fact>
    </section>
  );
}

/** Beyond a day `ago` names a day. */
function seenWords(seenAt: string, now: number): string {
  const age = now - Date.parse(seenAt);
  if (age < 60_000) return t('Just now');
  const time = ago(seenAt, now);
  return age < 86_400_000 ? t('{time} ago', { time }) : time;
}

function Fact({
  to,
  icon: Icon,
  title,
  value,
  children,
}: {
  to: string;
  icon: LucideIcon;
  title: string;
  value: string;
  children: ReactNode;
}) {
  return (
    <Link
      to={to}
      className="rounded-2xl border border-line bg-surface p-4 transition-colors hover:border-edge focus-visible:outline-offset-0"
    >
      <span className="flex items-center gap-2 text-xs font-medium text-muted">
        <Icon size={14} aria-hidden /> {title}
      </span>
      <span className="figures mt-1.5 block text-xl font-semibold tracking-tight">{value}</span>
      <span className="block text-xs text-muted">{children}</span>
    </Link>
  );
}
