import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { IntegrationActor } from '#administration';
import { BatonError, type ApiScope } from '#contracts';
import { Authentication, type Integration } from '../authentication/authenticate.js';
import { RateLimits, type Allowance } from '../rate-limits.js';

export type IntegrationRequest = Request & { integration?: Integration; newId?: (what: string) => string };

/** What a key must be allowed. Every route of the public API has one: without it, no key may. */
export const RequiredScope = Reflector.createDecorator<ApiScope>();

/** REST for other programs: an API key as bearer token, its budget, and its scope. */
@Injectable()
export class IntegrationGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<IntegrationRequest>(), http.getResponse<Response>()];
    const { authorization, origin, host } = request.headers;
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    response.setHeader('www-authenticate', 'Bearer realm="Baton"'); // taken back once the key is known
    const integration = await this.authentication.authenticate('integration', { token, origin, host });
    response.removeHeader('www-authenticate');
    const keys = { key: integration.apiKeyId, workspace: integration.workspaceId };
    tell(response, await this.limits.take('apiRequest', keys));
    const scope = this.reflector.getAllAndOverride(RequiredScope, [context.getHandler(), context.getClass()]);
    requireScope(integration, scope);
    request.integration = integration;
    return true;
  }
}

/** Throws SCOPE_MISSING. */
export function requireScope({ scopes }: Integration, scope: ApiScope): void {
  if (!scopes.includes(scope)) throw new BatonError('SCOPE_MISSING', [scope]);
}

/** The header fields of the IETF's RateLimit draft, version 6, which most clients know. */
function tell(response: Response, { limit, remaining, resetSeconds, exceeded }: Allowance): void {
  response.setHeader('ratelimit-limit', limit);
  response.setHeader('ratelimit-remaining', remaining);
  response.setHeader('ratelimit-reset', resetSeconds);
  if (!exceeded) return;
  response.setHeader('retry-after', resetSeconds);
  throw new BatonError('RATE_LIMITED');
}

/** The program that IntegrationGuard let in. */
export const CurrentIntegration = createParamDecorator((_data: unknown, context: ExecutionContext): Integration => {
  return context.switchToHttp().getRequest<IntegrationRequest>().integration!;
});

/** The same as who changes a setting. */
export const IntegrationAsActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): IntegrationActor => {
    const { apiKeyId, workspaceId } = context.switchToHttp().getRequest<IntegrationRequest>().integration!;
    return { type: 'api_key', apiKeyId, workspaceId };
  },
);
