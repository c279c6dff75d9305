import { join } from 'node:path';
import { loadConfig, type Config } from '#config';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';

/** Keeps contents under keys of the form `workspace/attachment`, both UUIDs. */
export interface AttachmentStore {
  put(key: string, content: Uint8Array, mediaType: string): Promise<void>;
  /** Null: nothing is kept under this key. */
  get(key: string): Promise<Uint8Array | null>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
}

/** A folder of the data folder, or an S3-compatible bucket where the settings name one. */
export function attachmentStore({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'> = loadConfig()): AttachmentStore {
  return s3 ? new S3Store(s3) : new DiskStore(join(dataDir, 'attachments'));
}
