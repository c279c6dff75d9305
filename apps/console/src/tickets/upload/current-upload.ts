import { BatonError } from '#contracts';
import { useSyncExternalStore } from 'react';
import { sentence } from '../../connection/rest.js';
import { checksum, FileUnreadable } from './checksum.js';
import { sendFile } from './send-file.js';
import { t } from '../../language/t.js';

export interface Upload {
  fileName: string;
  bytes: number;
  /** checking: its checksum is taken. */
  state: 'checking' | 'sending' | 'sent' | 'failed';
  /** Bytes that have been read, or sent. */
  done: number;
  importId: string | null;
  error: string | null;
}

/** One at a time, for the whole console: it goes on while other pages are looked at. */
let current: Upload | null = null;
let stop: AbortController | null = null;
const listeners = new Set<() => void>();

const warnOfLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

function show(next: Upload | null): void {
  current = next;
  const busy = next?.state === 'checking' || next?.state === 'sending';
  window[busy ? 'addEventListener' : 'removeEventListener']('beforeunload', warnOfLeaving);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useUpload(): Upload | null {
  return useSyncExternalStore(subscribe, () => current);
}

export function forgetUpload(): void {
  stop?.abort();
  show(null);
}

export async function upload(file: File): Promise<void> {
  stop?.abort();
  const { signal } = (stop = new AbortController());
  const change = (changed: Partial<Upload>) => {
    if (current && !signal.aborted) show({ ...current, ...changed });
  };
  show({ fileName: file.name, bytes: file.size, state: 'checking', done: 0, importId: null, error: null });
  try {
    const sha256 = await checksum(file, (done) => change({ done }));
    change({ state: 'sending', done: 0 });
    const importId = await sendFile(file, sha256, (done) => change({ done }), signal);
    change({ state: 'sent', importId });
  } catch (error) {
    change({ state: 'failed', error: problemOf(error) });
  }
}

function problemOf(error: unknown): string {
  if (error instanceof FileUnreadable) {
    return t('The file cannot be read any more. Look whether it was moved or changed, and choose it again.');
  }
  return error instanceof BatonError && error.code === 'SERVICE_UNAVAILABLE'
    ? t('The connection is lost. Choose the same file again, and the upload goes on where it was.')
    : sentence(error);
}
