import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';

/** A link that looks like the button it stands in for: where to go on. */
export function GoOn({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg bg-accent px-3 text-compact font-medium text-on-accent hover:bg-accent-hover"
    >
      {children} <ArrowRight size={15} className="rtl:-scale-x-100" aria-hidden />
    </Link>
  );
}
