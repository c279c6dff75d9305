import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { SettingsActor } from '#administration';
import { BatonError, type UserRole } from '#contracts';
import { Authentication, type Agent } from '../authentication/authenticate.js';
import { sessionCookie } from '../authentication/session-cookie.js';

type AgentRequest = Request & { agent?: Agent };

/** The roles that may; without it, every signed-in agent. */
export const AllowedRoles = Reflector.createDecorator<UserRole[]>();

export const maySee: UserRole[] = ['owner', 'admin', 'supervisor'];
export const mayAct: UserRole[] = ['owner', 'admin'];

/** REST for agents: the session cookie, and the role where one is needed. */
@Injectable()
export class AgentGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AgentRequest>();
    const { origin, host } = request.headers;
    const token = (request.cookies as Record<string, unknown>)[sessionCookie];
    request.agent = await this.authentication.authenticate('agent', { token, origin, host });
    const roles = this.reflector.getAllAndOverride(AllowedRoles, [context.getHandler(), context.getClass()]);
    if (roles && !roles.includes(request.agent.role)) throw new BatonError('FORBIDDEN');
    return true;
  }
}

/** The agent whom AgentGuard let in, as who changes a setting. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): SettingsActor => {
  const { userId, workspaceId } = context.switchToHttp().getRequest<AgentRequest>().agent!;
  return { type: 'user', userId, workspaceId };
});

/** The agent whom AgentGuard let in. */
export const CurrentAgent = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<AgentRequest>().agent;
});
