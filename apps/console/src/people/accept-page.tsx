import { useLocation, useSearchParams } from 'react-router';
import { Invitation } from './invitation.js';
import { PasswordReset } from './password-reset.js';

/** Where one-time links lead: an invitation, or a new password. */
export default function AcceptPage() {
  const token = useSearchParams()[0].get('token') ?? '';
  const { pathname } = useLocation();
  return pathname.startsWith('/invitation') ? <Invitation token={token} /> : <PasswordReset token={token} />;
}
