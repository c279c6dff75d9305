import { ShieldOff } from 'lucide-react';
import { Placeholder } from '../ui/states.js';

/** A page that exists, for other roles. */
export function NotAllowedPage() {
  return (
    <Placeholder icon={ShieldOff} page title="This page is not for your role">
      Ask an admin of your workspace if you need it.
    </Placeholder>
  );
}
