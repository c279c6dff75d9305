import { ShieldOff } from 'lucide-react';
import { Placeholder } from '../ui/states.js';
import { t } from '../language/t.js';

/** A page that exists, for other roles. */
export function NotAllowedPage() {
  return (
    <Placeholder icon={ShieldOff} page title={t('This page is not for your role')}>
      {t('Ask an admin of your workspace if you need it.')}
    </Placeholder>
  );
}
