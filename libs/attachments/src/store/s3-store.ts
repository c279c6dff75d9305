import { AwsClient } from 'aws4fetch';
import type { AttachmentStore } from './attachment-store.js';

/** One request of the store, its own retries included, ms. */
const patience = 30_000;

interface Bucket {
  /** Its address: what stands before the key. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Any store that speaks Amazon's S3 protocol. */
export class S3Store implements AttachmentStore {
  private readonly client: AwsClient;

  constructor(private readonly bucket: Bucket) {
    const { region, accessKeyId, secretAccessKey } = bucket;
    this.client = new AwsClient({ region, accessKeyId, secretAccessKey, service: 's3', retries: 3 });
  }

  async put(key: string, content: Uint8Array, mediaType: string): Promise<void> {
    const headers = { 'content-type': mediaType, 'content-length': String(content.byteLength) };
    await this.ask(key, { method: 'PUT', body: new Uint8Array(content), headers });
  }

  async get(key: string): Promise<Uint8Array | null> {
    const response = await this.ask(key, { method: 'GET' });
    return response && new Uint8Array(await response.arrayBuffer());
  }

  async remove(key: string): Promise<void> {
    await this.ask(key, { method: 'DELETE' });
  }

  /** Null: there is no such key. */
  private async ask(key: string, request: RequestInit): Promise<Response | null> {
    const signal = AbortSignal.timeout(patience);
    const response = await this.client.fetch(`${this.bucket.url}/${key}`, { ...request, signal });
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404 && request.method !== 'PUT') return null;
    throw new Error(`The attachment store answered ${request.method ?? 'GET'} with ${response.status}`);
  }
}
