import type { Colleague } from '#contracts';
import type { RefObject } from 'react';
import { sentence } from '../connection/rest.js';
import { useConsole } from '../session/console-context.js';
import { useTypedMenu } from '../typed-menu/use-typed-menu.js';
import { Avatar } from '../ui/avatar.js';
import { useColleagues } from './queries.js';
import { t } from '../language/t.js';

/** Colleagues by `@` in a note: whoever is named is told. */
export function useMentionMenu(box: {
  text: string;
  textarea: RefObject<HTMLTextAreaElement | null>;
  enabled: boolean;
  onPick: (picked: Colleague, before: string, after: string) => void;
}) {
  const me = useConsole((state) => state.me.id);
  const { data, error } = useColleagues();
  const others = (data ?? []).filter(({ id }) => id !== me);
  return useTypedMenu({
    ...box,
    trigger: '@',
    label: t('Colleagues'),
    find: (query) =>
      others.filter(({ name }) =>
        name
          .toLowerCase()
          .split(/\s+/)
          .some((word) => word.startsWith(query)),
      ),
    row: ({ name }) => (
      <span className="flex items-center gap-2 text-compact">
        <Avatar name={name} />
        <span dir="auto" className="truncate">
          {name}
        </span>
      </span>
    ),
    nothing: error ? sentence(error) : !data ? t('Fetching your colleagues …') : t('No colleague is called that.'),
  });
}
