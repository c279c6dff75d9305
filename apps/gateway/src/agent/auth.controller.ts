import { Body, Controller, Get, Headers, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { currentAgent, login, type AgentView } from '#contracts';
import { Presence } from '#conversation';
import { ClientAddress } from '../http/client-address.js';
import { AgentGuard, CurrentAgent } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { cookieOptions, sessionCookie, setSessionCookie } from '../authentication/session-cookie.js';
import { SignIn } from '../authentication/sign-in.js';

@ApiTags('sign-in')
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly sessions: SignIn,
    private readonly presence: Presence,
  ) {}

  /** Sets the session cookie. */
  @Post('login')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: currentAgent })
  async login(
    @Body({ schema: login }) { email, password }: z.output<typeof login>,
    @ClientAddress() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgentView> {
    const signedIn = await this.sessions.signIn(email, password, address, userAgent);
    setSessionCookie(response, signedIn);
    return this.presence.view(signedIn);
  }

  /** Ends this session and its sockets. */
  @Post('logout')
  @HttpCode(204)
  @UseGuards(AgentGuard)
  @ApiNoContentResponse()
  async logout(@CurrentAgent() agent: Agent, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(agent);
    response.clearCookie(sessionCookie, cookieOptions());
  }

  @Get('me')
  @UseGuards(AgentGuard)
  @ApiOkResponse({ standardSchema: currentAgent })
  me(@CurrentAgent() agent: Agent): Promise<AgentView> {
    return this.presence.view(agent);
  }
}
