import { Link } from 'react-router';
import { sentence } from '../connection/rest.js';
import { EntranceCard } from '../session/entrance-card.js';
import { t } from '../language/t.js';

/** A one-time link that does not work (any more). */
export function LinkOver({ title, error, way }: { title: string; error: unknown; way: string }) {
  return (
    <EntranceCard title={title} description={sentence(error)}>
      <p className="mt-3 text-compact text-muted">{way}</p>
      <Link to="/" className="mt-5 inline-block text-compact font-medium text-accent underline underline-offset-2">
        {t('Go to sign in')}
      </Link>
    </EntranceCard>
  );
}
