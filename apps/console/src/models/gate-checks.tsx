import type { ModelVersionView } from '#contracts';
import { CircleCheck, CircleX } from 'lucide-react';
import { Popover } from 'radix-ui';
import { cx } from '../ui/cx.js';
import { menuClass } from '../ui/menu.js';
import { checks } from './words.js';

/** What a version had to pass before it may answer customers. */
export function GateChecks({ gate, version }: { gate: ModelVersionView['gate']; version: number }) {
  if (gate.length === 0) return <span className="text-muted">–</span>;
  const passed = gate.filter((check) => check.passed).length;
  const all = passed === gate.length;
  return (
    <Popover.Root>
      <Popover.Trigger className="figures inline-flex items-center gap-1.5 rounded-lg px-1.5 py-0.5 hover:bg-hover">
        {all ? (
          <CircleCheck size={15} className="text-good" aria-hidden />
        ) : (
          <CircleX size={15} className="text-bad" aria-hidden />
        )}
        <span className="sr-only">Gate of version {version}: </span>
        {passed}/{gate.length}
        <span className="sr-only"> checks passed</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={6} collisionPadding={12} className={`${menuClass} w-84`}>
          <ul className="divide-y divide-line">
            {gate.map(({ check, passed: ok, detail }) => (
              <li key={check} className="flex gap-2.5 px-2 py-2">
                {ok ? (
                  <CircleCheck size={15} className="mt-0.5 shrink-0 text-good" aria-label="Passed" />
                ) : (
                  <CircleX size={15} className="mt-0.5 shrink-0 text-bad" aria-label="Failed" />
                )}
                <span className="min-w-0">
                  <span className={cx('block font-medium', !ok && 'text-bad')}>{checks[check]}</span>
                  <span className="block text-xs wrap-anywhere text-muted">{detail}</span>
                </span>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
