import type { NextFunction, Request, Response } from 'express';
import { BatonError, errorTable } from '#contracts';
import { loadConfig } from '#config';
import { sameText } from './same-text.js';

/** Metrics and API documentation tell much about an installation: in production they open to the operator's token alone. */
export function operatorOnly(request: Request, response: Response, next: NextFunction): void {
  const { environment, operatorToken } = loadConfig();
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const opens = operatorToken !== undefined && given !== undefined && sameText(given, operatorToken);
  if (environment !== 'production' || opens) return next();
  const { body } = new BatonError('OPERATOR_TOKEN_NEEDED');
  response.status(errorTable[body.code].status).json(body);
}
