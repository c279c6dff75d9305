import type { UseQueryResult } from '@tanstack/react-query';
import { ServerCrash } from 'lucide-react';
import type { ReactNode } from 'react';
import { sentence } from '../connection/rest.js';
import { Button } from './button.js';
import { Bone, Loading, Placeholder } from './states.js';
import { t } from '../language/t.js';

/** What was asked of the server: bones until it is there, and how to go on if it does not come. */
export function Loaded<T>({
  query,
  what,
  children,
}: {
  query: UseQueryResult<T>;
  /** "The people": follows "could not be loaded". */
  what: string;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <Placeholder
        icon={ServerCrash}
        title={t('{what} could not be loaded', { what })}
        action={<Button onClick={() => void query.refetch()}>{t('Try again')}</Button>}
      >
        {sentence(query.error)}
      </Placeholder>
    );
  }
  return (
    <Loading what={what}>
      <Bone className="mb-6 h-56 w-full rounded-2xl" />
      <Bone className="h-32 w-full rounded-2xl" />
    </Loading>
  );
}
