import type { ModelVersionView, TrainingRunView } from '#contracts';
import { Link } from 'react-router';
import { clock, fullTime, percent } from '../ui/format.js';
import { RunBadge } from './stage-badge.js';
import { triggers } from './words.js';
import { t } from '../language/t.js';

export function RunsTable({ runs, models }: { runs: TrainingRunView[]; models: ModelVersionView[] }) {
  if (runs.length === 0) return <p className="p-4 text-compact text-muted">{t('No training has run yet.')}</p>;
  return (
    <ul className="divide-y divide-line">
      {runs.map((run) => {
        const version = models.find((model) => model.id === run.modelVersionId)?.version;
        return (
          <li key={run.id}>
            <Link
              to={`/models/runs/${run.id}`}
              className="flex items-center gap-3 px-4 py-2.5 text-compact hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{fullTime(run.createdAt)}</span>
                <span className="figures block truncate text-xs text-muted">
                  {triggers[run.trigger]}
                  {run.endedAt &&
                    ` · ${t('took {time}', { time: clock(Date.parse(run.endedAt) - Date.parse(run.createdAt)) })}`}
                  {version !== undefined && ` · ${t('made v{version}', { version })}`}
                </span>
              </span>
              {run.status === 'running' && <span className="figures text-xs text-muted">{percent(run.progress)}</span>}
              <RunBadge status={run.status} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
