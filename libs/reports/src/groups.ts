import type { Report, ReportGrouping } from '#contracts';
import { figuresOf, noEpisodes, type EpisodeCounts } from './figures.js';

/** A row of the database: counts by a key; `title` of an intent or agent that is still there. */
export interface CountedGroup extends EpisodeCounts {
  key: string | null;
  title: string | null;
}

const dayMs = 86_400_000;
const untitled: Record<ReportGrouping, { unknown: string; gone: string }> = {
  day: { unknown: '', gone: '' },
  hour: { unknown: '', gone: '' },
  intent: { unknown: 'No intent known', gone: 'Deleted intent' },
  agent: { unknown: 'Closed by the bot', gone: 'Removed agent' },
};

/** Days and hours in which nothing happened are there too. */
export function groupsOf(
  by: ReportGrouping,
  { from, to }: { from: string; to: string },
  counted: CountedGroup[],
): Report['groups'] {
  if (by === 'day' || by === 'hour') {
    const found = new Map(counted.map((group) => [group.key, group]));
    const keys = by === 'day' ? daysOf(from, to) : Array.from({ length: 24 }, (_, hour) => String(hour));
    return keys.map((key) => ({ key, title: titleOf(by, key), figures: figuresOf(found.get(key) ?? noEpisodes) }));
  }
  return counted
    .toSorted((a, b) => b.opened - a.opened || (a.title ?? '').localeCompare(b.title ?? ''))
    .map(({ key, title, ...counts }) => {
      const { unknown, gone } = untitled[by];
      return { key, title: title ?? (key === null ? unknown : gone), figures: figuresOf(counts) };
    });
}

function titleOf(by: 'day' | 'hour', key: string): string {
  return by === 'day' ? key : `${key.padStart(2, '0')}:00`;
}

/** Calendar days, whatever their length in hours. */
function daysOf(from: string, to: string): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return Array.from({ length: count }, (_, day) => new Date(Date.parse(from) + day * dayMs).toISOString().slice(0, 10));
}
