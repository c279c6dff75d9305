import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { errorTable } from '#contracts';
import { errorBody } from '../error-body.js';

/** Every error of the REST API leaves as ErrorBody, with the status of its code and the request's id. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const requestId = http.getRequest<Request & { id: string }>().id;
    const body = errorBody(error, this.logger, requestId);
    response.status(errorTable[body.code].status).json({ ...body, requestId });
  }
}
