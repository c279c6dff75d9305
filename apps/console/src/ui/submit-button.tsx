import { LoaderCircle } from 'lucide-react';
import { Button, type ButtonProps } from './button.js';

/** Sends a form, and says while it is under way. */
export function SubmitButton({
  pending,
  doing,
  children,
  disabled,
  ...props
}: ButtonProps & { pending: boolean; doing: string }) {
  return (
    <Button type="submit" tone="primary" disabled={pending || disabled} {...props}>
      {pending && <LoaderCircle size={15} className="animate-spin" aria-hidden />}
      {pending ? doing : children}
    </Button>
  );
}
