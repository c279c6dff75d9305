import { promisify } from 'node:util';
import express, { type Request, type Response } from 'express';
import { BatonError } from '#contracts';

const mostBytes = 8 * 1024 * 1024;
const raw = promisify(express.raw({ type: 'application/octet-stream', limit: mostBytes }));

/** The body of a request as bytes, at most 8 MB. Read by the handler, so that nobody who is not signed in can send so much. */
export async function partBody(request: Request, response: Response): Promise<Uint8Array<ArrayBuffer>> {
  await raw(request, response).catch((error: { status?: number }) => {
    throw new BatonError(error.status === 413 ? 'TICKETS_PART_TOO_LARGE' : 'BAD_PAYLOAD', ['content']);
  });
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) throw new BatonError('BAD_PAYLOAD', ['content']);
  return new Uint8Array(body);
}
