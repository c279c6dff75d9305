import { passwordStrength } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';
import { useSettled } from '../ui/use-settled.js';

export const shortestPassword = 10;
/** ms */
const typingPause = 300;

/** How soon a password would be guessed, as the server judges it; undefined: it is too short to ask, or not known yet. */
export function usePasswordStrength(password: string, about: string[]) {
  const settled = useSettled(password, typingPause);
  const { data } = useQuery({
    queryKey: ['password-strength', settled, about],
    queryFn: () => request(passwordStrength, 'POST', '/api/password-strength', { password: settled, about }),
    enabled: settled.length >= shortestPassword,
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0, // passwords are not kept
  });
  return settled === password || data ? data : undefined;
}
