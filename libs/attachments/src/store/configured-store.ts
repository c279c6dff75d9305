import { join } from 'node:path';
import { loadConfig, type Config } from '#config';
import type { AttachmentStore } from './attachment-store.js';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';

/** A folder of the data folder, or an S3-compatible bucket where the settings name one. */
export function attachmentStore({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'> = loadConfig()): AttachmentStore {
  return s3 ? new S3Store(s3) : new DiskStore(join(dataDir, 'attachments'));
}
