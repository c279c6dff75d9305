import { triedMessage } from '#contracts';
import { useMutation } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

export interface TryMessage {
  text: string;
  /** What the customer wrote before it, which a short message may lean on. */
  previousText: string | null;
}

export function useTry() {
  return useMutation({ mutationFn: (message: TryMessage) => request(triedMessage, 'POST', '/api/try', message) });
}
