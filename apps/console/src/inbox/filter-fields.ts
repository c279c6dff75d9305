import { escalationReason, type InboxFilter } from '#contracts';
import { useTeams } from '../colleagues/queries.js';
import { titleOf, useIntents } from '../conversation/intents.js';
import { reasonOf } from '../evidence/reasons.js';
import { useLabels } from '../organise/labels.js';
import { usePeople } from '../people/queries.js';
import { useConsole } from '../session/console-context.js';
import { maySeeSetUp } from '../session/roles.js';
import { languageName } from '../ui/format.js';
import { t } from '../language/t.js';

export interface FilterField {
  field: keyof InboxFilter;
  title: string;
  /** Of hours there is one value, of all else any number. */
  options: { value: string; label: string }[];
}

const languages = ['en', 'es', 'de', 'fr', 'ar', 'it', 'nl', 'pl', 'pt', 'tr'];
const spans = [
  { value: '1', label: t('1 hour') },
  { value: '4', label: t('4 hours') },
  { value: '24', label: t('1 day') },
  { value: '72', label: t('3 days') },
  { value: '168', label: t('1 week') },
];

/** What a list can be filtered by, with the names that people know. */
export function useFilterFields(): FilterField[] {
  const me = useConsole((state) => state.me);
  const teams = useTeams().data ?? [];
  const labels = useLabels().data ?? [];
  const intents = useIntents().data ?? [];
  const people = usePeople(maySeeSetUp(me.role)).data?.people ?? [];
  const agents = people.some(({ id }) => id === me.id) ? people : [{ id: me.id, name: me.name }, ...people];
  return [
    { field: 'teamIds', title: t('Team'), options: teams.map(({ id, name }) => ({ value: id, label: name })) },
    { field: 'labelIds', title: t('Label'), options: labels.map(({ id, name }) => ({ value: id, label: name })) },
    { field: 'agentIds', title: t('Agent'), options: agents.map(({ id, name }) => ({ value: id, label: name })) },
    {
      field: 'intents',
      title: t('Intent'),
      options: intents.map(({ name }) => ({ value: name, label: titleOf(intents, name) })),
    },
    {
      field: 'reasons',
      title: t('Reason'),
      options: escalationReason.options.map((value) => ({ value, label: reasonOf(value).title })),
    },
    {
      field: 'languages',
      title: t('Language'),
      options: languages.map((value) => ({ value, label: languageName(value) })),
    },
    { field: 'olderThanHours', title: t('Older than'), options: spans },
    { field: 'newerThanHours', title: t('Newer than'), options: spans },
  ];
}

export const isChosen = (filter: InboxFilter, field: keyof InboxFilter, value: string): boolean =>
  [filter[field]].flat().some((one) => String(one) === value);

/** The filter with the value chosen, or not any more. */
export function withValue(filter: InboxFilter, field: keyof InboxFilter, value: string, on: boolean): InboxFilter {
  const before = filter[field];
  if (!Array.isArray(before)) return { ...filter, [field]: on ? Number(value) : null };
  const others = before.filter((one) => one !== value);
  return { ...filter, [field]: on ? [...others, value] : others };
}
