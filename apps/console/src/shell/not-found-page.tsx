import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Placeholder } from '../ui/states.js';

export function NotFoundPage() {
  return (
    <Placeholder
      icon={Compass}
      page
      title="There is no such page"
      action={
        <Link to="/inbox/waiting" className="text-compact font-medium text-accent underline underline-offset-2">
          Go to who is waiting
        </Link>
      }
    >
      The address may be old or mistyped.
    </Placeholder>
  );
}
