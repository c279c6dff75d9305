export function Logo({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M9 23 23 9" className="stroke-on-accent" strokeWidth="5" strokeLinecap="round" />
      <circle cx="23" cy="23" r="2.5" className="fill-on-accent opacity-60" />
    </svg>
  );
}
