import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Several views of one thing, one at a time. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { value: string; label: string; content: ReactNode }[];
}) {
  return (
    <Radix.Root defaultValue={tabs[0]?.value}>
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line px-2">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px h-9 border-b-2 border-transparent px-2.5 text-compact font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="p-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
