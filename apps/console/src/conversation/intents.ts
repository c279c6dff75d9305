import { intentList, type IntentView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';
import { readable } from '../ui/format.js';

export function useIntents() {
  return useQuery({
    queryKey: ['intents'],
    queryFn: () => request(intentList, 'GET', '/api/intents'),
    select: ({ intents }) => intents,
    staleTime: 5 * 60_000,
  });
}

export function titleOf(intents: IntentView[] | undefined, name: string): string {
  return intents?.find((intent) => intent.name === name)?.title ?? readable(name);
}

/** Intents whose title, name or description contain every word typed. */
export function searchIntents<T extends Pick<IntentView, 'title' | 'name' | 'description'>>(
  intents: T[],
  query: string,
): T[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return intents.filter(({ name, title, description }) => {
    const text = `${title} ${name} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
