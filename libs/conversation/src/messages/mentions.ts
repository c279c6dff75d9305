interface Named {
  id: string;
  name: string;
}

/**
 * Who is named in a note: `@` and the whole name, or a first name that only one colleague has. The longest name wins, so that "@Ann Lee"
 * names nobody called Ann.
 */
export function mentionedIn(text: string, colleagues: readonly Named[]): string[] {
  const names = colleagues.map(({ id, name }) => ({ id, name: folded(name) })).filter(({ name }) => name !== '');
  const firstNames = names.map(({ id, name }) => ({ id, name: name.split(' ')[0]! }));
  const unique = firstNames.filter(({ name }) => firstNames.filter((other) => other.name === name).length === 1);
  const longestFirst = [...names, ...unique].sort((a, b) => b.name.length - a.name.length);
  const note = folded(text);
  const mentioned = new Set<string>();
  for (const at of note.matchAll(/(?<![\p{L}\p{N}.])@/gu)) {
    const rest = note.slice(at.index + 1);
    const found = longestFirst.find(
      ({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (found) mentioned.add(found.id);
  }
  return [...mentioned];
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
