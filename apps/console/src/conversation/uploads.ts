import { maxAttachmentBytes, maxAttachments, type AttachmentView } from '#contracts';
import { useSyncExternalStore } from 'react';
import { uuidv7 } from 'uuidv7';
import { isPassing, sentence, sentenceOf } from '../connection/rest.js';
import { uploadFile } from '../connection/upload-file.js';
import type { DraftKind } from './drafts.js';

/** A file chosen for the next reply or note of a conversation. */
export interface Upload {
  key: string;
  file: File;
  /** 0 to 1 */
  share: number;
  attachment: AttachmentView | null;
  error: string | null;
  mayRetry: boolean;
  abort: AbortController;
}

const none: Upload[] = [];
const chosen = new Map<string, Upload[]>();
const listeners = new Set<() => void>();
const keyOf = (id: string, kind: DraftKind) => `${kind} ${id}`;

function write(at: string, uploads: Upload[]): void {
  if (uploads.length === 0) chosen.delete(at);
  else chosen.set(at, uploads);
  for (const listener of listeners) listener();
}

function change(at: string, key: string, patch: Partial<Upload>): void {
  const uploads = chosen.get(at) ?? none;
  write(
    at,
    uploads.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)),
  );
}

async function send(at: string, { key, file, abort }: Upload): Promise<void> {
  try {
    const attachment = await uploadFile(file, (share) => change(at, key, { share }), abort.signal);
    change(at, key, { attachment, share: 1 });
  } catch (error) {
    change(at, key, { error: sentence(error), mayRetry: isPassing(error) });
  }
}

/** They go up at once; the message names them when it is sent. */
export function addUploads(id: string, kind: DraftKind, files: Iterable<File>): void {
  const at = keyOf(id, kind);
  const before = chosen.get(at) ?? none;
  const added = [...files].slice(0, maxAttachments - before.length).map((file): Upload => {
    const error = file.size > maxAttachmentBytes ? sentenceOf('ATTACHMENT_TOO_LARGE') : null;
    const state = { share: 0, attachment: null, error, mayRetry: false };
    return { key: uuidv7(), file, ...state, abort: new AbortController() };
  });
  write(at, [...before, ...added]);
  for (const upload of added) if (!upload.error) void send(at, upload);
}

export function retryUpload(id: string, kind: DraftKind, upload: Upload): void {
  const at = keyOf(id, kind);
  change(at, upload.key, { error: null, share: 0 });
  void send(at, upload);
}

export function removeUpload(id: string, kind: DraftKind, { key, abort }: Upload): void {
  const at = keyOf(id, kind);
  write(
    at,
    (chosen.get(at) ?? none).filter((upload) => upload.key !== key),
  );
  abort.abort();
}

export function clearUploads(id: string, kind: DraftKind): void {
  write(keyOf(id, kind), none);
}

export function useUploads(id: string, kind: DraftKind): Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen.get(keyOf(id, kind)) ?? none,
  );
}
