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
        <Link to="/inbox/queue" className="text-compact font-medium text-accent underline underline-offset-2">
          Go to the queue
        </Link>
      }
    >
      The address may be old or mistyped.
    </Placeholder>
  );
}
