import { sentence } from '../connection/rest.js';

/** Why something was refused, beside the button that asked for it. */
export function Problem({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
      {sentence(error)}
    </p>
  );
}
