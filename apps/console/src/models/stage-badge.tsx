import type { ModelVersionView, TrainingRunView } from '#contracts';
import { cx } from '../ui/cx.js';

const stages: Record<ModelVersionView['stage'], string> = {
  active: 'bg-accent text-on-accent',
  candidate: 'bg-hover text-muted',
  retired: 'bg-hover text-muted',
};
const statuses: Record<TrainingRunView['status'], string> = {
  queued: 'bg-hover text-muted',
  running: 'bg-accent-soft text-accent-ink',
  succeeded: 'bg-good-soft text-good',
  failed: 'bg-bad-soft text-bad',
  cancelled: 'bg-hover text-muted',
};
const badge = 'inline-flex rounded-full px-2 py-px text-xs font-medium capitalize';

export function StageBadge({ stage }: { stage: ModelVersionView['stage'] }) {
  return <span className={cx(badge, stages[stage])}>{stage}</span>;
}

export function RunBadge({ status }: { status: TrainingRunView['status'] }) {
  return <span className={cx(badge, statuses[status])}>{status}</span>;
}
