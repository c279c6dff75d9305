import { createHash } from 'node:crypto';
import type { BegunImport, ImportPreview, TicketImportView } from '#contracts';

/** Somebody who imports tickets by the API, as the console does. */
export class Uploader {
  readonly headers: { cookie: string };

  constructor(
    private readonly url: string,
    cookie: string,
  ) {
    this.headers = { cookie };
  }

  /** The answer's JSON; throws its code if it is an error. */
  async call<T>(method: string, path: string, body?: object | Buffer): Promise<T> {
    const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
    const response = await fetch(`${this.url}/api/ticket-imports${path}`, {
      method,
      headers: { ...this.headers, ...(body && { 'content-type': type }) },
      ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { code?: string };
    if (!response.ok) throw new Error(answer.code);
    return answer;
  }

  begin(fileName: string, content: Buffer): Promise<BegunImport> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.call('POST', '', { fileName, bytes: content.length, sha256 });
  }

  /** Sends what is missing, in parts of `size` bytes, at most `most` of them. */
  async send(id: string, content: Buffer, from = 0, size = 8 * 1024 * 1024, most = Infinity): Promise<number> {
    let received = from;
    for (let part = 0; received < content.length && part < most; part++) {
      const body = content.subarray(received, received + size);
      const answer = await this.call<{ received: number }>('PUT', `/${id}/content?offset=${received}`, body);
      received = answer.received;
    }
    return received;
  }

  /** A whole file, looked into. */
  async upload(fileName: string, content: string | Buffer): Promise<ImportPreview> {
    const bytes = Buffer.from(content);
    const { import: begun, received } = await this.begin(fileName, bytes);
    await this.send(begun.id, bytes, received);
    return this.call('POST', `/${begun.id}/uploaded`);
  }

  find(id: string): Promise<TicketImportView> {
    return this.call('GET', `/${id}`);
  }
}
