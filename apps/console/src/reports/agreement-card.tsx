import type { Agreement, Proportion } from '#contracts';
import { Loaded } from '../ui/loaded.js';
import { agreementDefinitions } from './definitions.js';
import { useAgreement } from './queries.js';
import type { ReportRange } from './range.js';
import { ReportCard } from './report-card.js';
import { Share, ShareBar } from './share.js';
import { t } from '../language/t.js';

const rows: { key: Exclude<keyof Agreement, 'agents'>; title: string; what: string }[] = [
  { key: 'withModel', title: t('With the model'), what: t('labels that were its guess') },
  { key: 'withModelShuffled', title: t('In drawn order'), what: t('the same, proposals shuffled') },
  { key: 'firstPicked', title: t('First place picked'), what: t('of shuffled proposals; chance is a third') },
  { key: 'lookedAtAgain', title: t('Looked at again'), what: t('labels that a colleague let stand') },
  { key: 'sameWords', title: t('Same words'), what: t('labelled alike by two agents') },
];

function Line({ title, what, value }: { title: string; what?: string; value: Proportion }) {
  return (
    <li className="grid grid-cols-[minmax(8rem,1fr)_minmax(4rem,2fr)_9rem_7rem] items-center gap-3 text-compact max-sm:grid-cols-[1fr_auto]">
      <span>
        <span className="font-medium">{title}</span>
        {what && <span className="block text-xs text-muted">{what}</span>}
      </span>
      <span className="max-sm:hidden">
        <ShareBar value={value} colour="var(--accent)" />
      </span>
      <span className="figures text-end">
        <Share value={value} />
      </span>
      <span className="figures text-end text-xs text-muted max-sm:hidden">
        {t('{n} of {of}', { n: value.n, of: value.of })}
      </span>
    </li>
  );
}

/** How far labels can be trusted: by them the model learns, and by them it is judged. */
export function AgreementCard({ range }: { range: ReportRange }) {
  const agreement = useAgreement(range);
  return (
    <ReportCard
      title={t('Agreement of labels')}
      table="agreement"
      range={range}
      by="agent"
      definitions={agreementDefinitions}
    >
      <Loaded query={agreement} what={t('The agreement')}>
        {(known) =>
          known.withModel.of === 0 ? (
            <p className="p-4 text-compact text-muted">
              {t('No conversation was closed with a label in this time, where the model had a guess.')}
            </p>
          ) : (
            <>
              <ul className="space-y-3 p-4">
                {rows.map(({ key, title, what }) => (
                  <Line key={key} title={title} what={what} value={known[key]} />
                ))}
              </ul>
              <h3 className="caption border-t border-line px-4 pt-3">{t('With the model, by agent')}</h3>
              <ul className="space-y-2 p-4 pt-2">
                {known.agents.map(({ id, name, withModel }) => (
                  <Line key={id} title={name} value={withModel} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </ReportCard>
  );
}
