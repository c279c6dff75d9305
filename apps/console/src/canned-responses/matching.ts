interface Searched {
  shortcut: string;
  title: string;
  usageCount: number;
}

/** Those that match, the best first: the shortcut from its start, a word of the title, anywhere; then what is used most. */
export function matching<T extends Searched>(all: readonly T[], query: string): T[] {
  const rank = ({ shortcut, title }: Searched): number => {
    if (shortcut.toLowerCase().startsWith(query)) return 0;
    const words = title.toLowerCase();
    if (words.split(/\s+/).some((word) => word.startsWith(query))) return 1;
    return words.includes(query) || shortcut.toLowerCase().includes(query) ? 2 : 3;
  };
  return all
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank || b.entry.usageCount - a.entry.usageCount)
    .map(({ entry }) => entry);
}
