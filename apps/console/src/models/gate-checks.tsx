import type { ModelVersionView } from '#contracts';
import { CircleCheck, CircleMinus, CircleX } from 'lucide-react';
import { Popover } from 'radix-ui';
import { menuClass } from '../ui/menu.js';
import { GateList } from './gate-list.js';
import { verdictOf } from './verdict.js';
import { t } from '../language/t.js';

const icons = {
  good: <CircleCheck size={15} className="text-good" aria-hidden />,
  plain: <CircleMinus size={15} className="text-muted" aria-hidden />,
  bad: <CircleX size={15} className="text-bad" aria-hidden />,
};

/** What a version had to pass before it may answer customers. */
export function GateChecks({ gate, version }: { gate: ModelVersionView['gate']; version: number }) {
  if (gate.length === 0) return <span className="text-muted">–</span>;
  const { tone, title } = verdictOf(gate);
  const passed = gate.filter((check) => check.passed).length;
  return (
    <Popover.Root>
      <Popover.Trigger className="figures inline-flex items-center gap-1.5 rounded-lg px-1.5 py-0.5 hover:bg-hover">
        {icons[tone]}
        <span className="sr-only">{t('Gate of version {version}:', { version })}</span>
        {title}, {passed}/{gate.length}
        <span className="sr-only">{t('checks passed')}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={6} collisionPadding={12} className={`${menuClass} w-84`}>
          <GateList gate={gate} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
