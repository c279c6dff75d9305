import { Database, Layers } from 'lucide-react';
import { Link } from 'react-router';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { answersWords, basisWords, newLabelsWords, thinIntentsWords } from './outlook-words.js';
import { useOutlook } from './queries.js';
import { t } from '../language/t.js';

/** More titles than a line holds. */
const mostTitles = 8;

/** What the version that answers is worth, and what the next one could learn, in sentences. */
export function OutlookCard({ activeId, version }: { activeId: string; version: number }) {
  const outlook = useOutlook(activeId);
  return (
    <Card title={t('Version {version} answers now', { version })}>
      <Loaded query={outlook} what={t('What it is worth')}>
        {(known) =>
          known && (
            <div className="space-y-4 p-4">
              <div className="space-y-1">
                <p className="max-w-3xl text-lg font-semibold tracking-tight text-balance">
                  {answersWords(known.answers)}
                </p>
                <p className="max-w-3xl text-compact text-muted">{basisWords(known.answers, known.version)}</p>
              </div>
              <ul className="space-y-2 text-compact">
                <li className="flex items-start gap-2">
                  <Database size={15} className="mt-0.5 shrink-0 text-muted" aria-hidden />
                  {newLabelsWords(known.newLabels)}
                </li>
                <li className="flex items-start gap-2">
                  <Layers size={15} className="mt-0.5 shrink-0 text-muted" aria-hidden />
                  <span>
                    {thinIntentsWords(known.thinIntents.length)}{' '}
                    {known.thinIntents.slice(0, mostTitles).map(({ id, title, nExamples }, n) => (
                      <span key={id}>
                        {n > 0 && ', '}
                        <Link
                          to={`/settings/intents?intent=${id}`}
                          className="text-accent-ink underline underline-offset-2"
                        >
                          {title}
                        </Link>{' '}
                        <span className="figures text-muted">({nExamples})</span>
                      </span>
                    ))}
                    {known.thinIntents.length > mostTitles &&
                      ` ${t('and {count} more', { count: known.thinIntents.length - mostTitles })}`}
                  </span>
                </li>
              </ul>
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
