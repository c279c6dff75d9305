import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Placeholder } from '../ui/states.js';
import { t } from '../language/t.js';

export function NotFoundPage() {
  return (
    <Placeholder
      icon={Compass}
      page
      title={t('There is no such page')}
      action={
        <Link to="/inbox/waiting" className="text-compact font-medium text-accent underline underline-offset-2">
          {t('Go to who is waiting')}
        </Link>
      }
    >
      {t('The address may be old or mistyped.')}
    </Placeholder>
  );
}
