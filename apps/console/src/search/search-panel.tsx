import { ArrowLeft, LoaderCircle, Search, SearchX } from 'lucide-react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { sentence } from '../connection/rest.js';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { Placeholder } from '../ui/states.js';
import { useSettled } from '../ui/use-settled.js';
import { useSearch } from './queries.js';
import { SearchResult } from './search-result.js';
import { t } from '../language/t.js';

/** In the list's place while something is looked for; the words stand in the address, so that one comes back to the results. */
export default function SearchPanel() {
  const { conversationId: selected } = useParams();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { pathname, search: address } = useLocation();
  const typed = params.get('q') ?? '';
  const search = useSearch(useSettled(typed, 200));
  const results = search.data?.pages.flatMap((page) => page.results) ?? [];
  const close = () => void navigate(pathname);
  return (
    <section aria-label={t('Search')} className="flex h-full flex-col">
      <header className="flex min-h-14 shrink-0 items-center gap-1 border-b border-line px-2">
        <IconButton label={t('Back to the list')} onClick={close}>
          <ArrowLeft size={16} className="rtl:-scale-x-100" aria-hidden />
        </IconButton>
        <input
          type="search"
          aria-label={t('Search messages and customers')}
          placeholder={t('Words, a name, an order number')}
          autoFocus
          maxLength={200}
          value={typed}
          onChange={(event) => setParams({ q: event.target.value }, { replace: true })}
          onKeyDown={(event) => event.key === 'Escape' && close()}
          className={fieldClass}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={search.isFetching}>
        <p role="status" className="sr-only">
          {search.isFetching
            ? t('Searching')
            : typed.trim().length > 1
              ? t('{count} conversations found', { count: results.length })
              : ''}
        </p>
        {typed.trim().length < 2 ? (
          <Placeholder icon={Search} title={t('Search everything')}>
            {t('Every message and note, and customers by name and e-mail. The last word may be unfinished.')}
          </Placeholder>
        ) : search.isError ? (
          <Placeholder
            icon={SearchX}
            title={t('The search did not work')}
            action={<Button onClick={() => void search.refetch()}>{t('Try again')}</Button>}
          >
            {sentence(search.error)}
          </Placeholder>
        ) : search.isPending ? (
          <LoaderCircle size={18} className="mx-auto mt-8 animate-spin text-faint" aria-hidden />
        ) : results.length === 0 ? (
          <Placeholder icon={SearchX} title={t('Nothing found')}>
            {t('All of the words must be in one message. Try fewer.')}
          </Placeholder>
        ) : (
          <ul aria-label={t('Found conversations')}>
            {results.map((result) => (
              <li key={result.conversation.id}>
                <SearchResult
                  result={result}
                  to={`${pathname.split('/').slice(0, 3).join('/')}/${result.conversation.id}${address}`}
                  selected={result.conversation.id === selected}
                />
              </li>
            ))}
          </ul>
        )}
        {search.hasNextPage && (
          <div className="p-3 text-center">
            <Button onClick={() => void search.fetchNextPage()} disabled={search.isFetchingNextPage}>
              {search.isFetchingNextPage ? t('Loading…') : t('Older ones')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
