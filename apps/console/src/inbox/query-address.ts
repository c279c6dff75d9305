import { inboxFilter, inboxQuery, inboxSort, type InboxFilter, type InboxQuery, type InboxView } from '#contracts';

/** What each field of a filter is called in an address: `?label=ID&label=ID&sort=oldest`. */
const names = {
  teamIds: 'team',
  labelIds: 'label',
  agentIds: 'agent',
  intents: 'intent',
  reasons: 'reason',
  languages: 'language',
  olderThanHours: 'older',
  newerThanHours: 'newer',
} as const satisfies Record<keyof InboxFilter, string>;
const fields = Object.entries(names) as [keyof InboxFilter, string][];

export const noFilter: InboxFilter = inboxFilter.parse({});

/** The list that an address asks for. What cannot be read of it is left out. */
export function queryOf(view: InboxView, search: string): InboxQuery {
  const params = new URLSearchParams(search);
  const typed = fields.map(([field, name]) => {
    const values = params.getAll(name);
    const value = Array.isArray(noFilter[field]) ? values : values[0] === undefined ? null : Number(values[0]);
    const valid = inboxFilter.safeParse({ [field]: value });
    return valid.success ? [field, valid.data[field]] : [field, noFilter[field]];
  });
  const sort = inboxSort.safeParse(params.get('sort')).data ?? null;
  return inboxQuery.parse({ view, sort, filter: Object.fromEntries(typed) as unknown });
}

/** Begins with `?`, or is empty. */
export function searchOf({ sort, filter }: Pick<InboxQuery, 'sort' | 'filter'>): string {
  const params = new URLSearchParams(sort ? { sort } : {});
  for (const [field, name] of fields) {
    for (const value of [filter[field]].flat()) if (value !== null) params.append(name, String(value));
  }
  const search = params.toString();
  return search && `?${search}`;
}

/** Values that are chosen, in all fields. */
export function filterSize(filter: InboxFilter): number {
  return fields.reduce((size, [field]) => size + [filter[field]].flat().filter((value) => value !== null).length, 0);
}
