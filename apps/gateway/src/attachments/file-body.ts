import { promisify } from 'node:util';
import express, { type Request, type Response } from 'express';
import { BatonError, type ErrorCode } from '#contracts';

/** The body of a request as bytes. Read by the handler, so that nobody who is not let in can send so much. */
export async function fileBody(
  request: Request,
  response: Response,
  { limit, tooLarge, type }: { limit: number; tooLarge: ErrorCode; type: string | (() => boolean) },
): Promise<Uint8Array> {
  const raw = promisify(express.raw({ type, limit, inflate: false }));
  await raw(request, response).catch((error: { status?: number }) => {
    throw new BatonError(error.status === 413 ? tooLarge : 'BAD_PAYLOAD', ['content']);
  });
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : new Uint8Array();
}
