import type { ModelVersionView, TrainingRunView } from '#contracts';
import { cx } from '../ui/cx.js';
import { t } from '../language/t.js';

interface Look {
  title: string;
  tone: string;
}

const stages: Record<ModelVersionView['stage'], Look> = {
  active: { title: t('Active'), tone: 'bg-accent text-on-accent' },
  candidate: { title: t('Candidate'), tone: 'bg-hover text-muted' },
  retired: { title: t('Retired'), tone: 'bg-hover text-muted' },
};
const statuses: Record<TrainingRunView['status'], Look> = {
  queued: { title: t('Queued'), tone: 'bg-hover text-muted' },
  running: { title: t('Running'), tone: 'bg-accent-soft text-accent-ink' },
  succeeded: { title: t('Succeeded'), tone: 'bg-good-soft text-good' },
  failed: { title: t('Failed'), tone: 'bg-bad-soft text-bad' },
  cancelled: { title: t('Cancelled'), tone: 'bg-hover text-muted' },
};

export function StageBadge({ stage }: { stage: ModelVersionView['stage'] }) {
  return <Mark look={stages[stage]} />;
}

export function RunBadge({ status }: { status: TrainingRunView['status'] }) {
  return <Mark look={statuses[status]} />;
}

function Mark({ look: { title, tone } }: { look: Look }) {
  return <span className={cx('inline-flex rounded-full px-2 py-px text-xs font-medium', tone)}>{title}</span>;
}
