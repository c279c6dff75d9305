import type { NextFunction, Request, Response } from 'express';

/** Answers of the API are about people: no browser and no proxy keeps them. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('cache-control', 'no-store');
  next();
}
