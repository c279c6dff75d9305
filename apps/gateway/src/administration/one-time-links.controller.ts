import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Invitations, Passwords } from '#administration';
import {
  acceptInvitation,
  currentAgent,
  invitationLook,
  oneTimeToken,
  resetPassword,
  type AgentView,
} from '#contracts';
import { Presence } from '#conversation';
import type { User } from '#database';
import { setSessionCookie } from '../authentication/session-cookie.js';
import { SignIn } from '../authentication/sign-in.js';
import { ClientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';

/** For those who hold a link that works once: nobody is signed in yet. */
@ApiTags('one-time links')
@Controller('api')
export class OneTimeLinksController {
  constructor(
    private readonly invitations: Invitations,
    private readonly passwords: Passwords,
    private readonly sessions: SignIn,
    private readonly presence: Presence,
    private readonly limits: RateLimits,
  ) {}

  /** Whom an invitation is for. */
  @Post('invitations/look')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: invitationLook })
  look(
    @Body({ schema: oneTimeToken }) { token }: z.output<typeof oneTimeToken>,
    @ClientAddress() address: string,
  ): Promise<z.output<typeof invitationLook>> {
    return this.holding(address, () => this.invitations.look(token));
  }

  /** Makes the user and signs in. */
  @Post('invitations/accept')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: currentAgent })
  async accept(
    @Body({ schema: acceptInvitation }) { token, name, password }: z.output<typeof acceptInvitation>,
    @ClientAddress() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgentView> {
    const user = await this.holding(address, () => this.invitations.accept(token, name, password));
    return this.enter(user, userAgent, response);
  }

  /** Ends all sessions of the user and signs in. */
  @Post('password-reset')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: currentAgent })
  async reset(
    @Body({ schema: resetPassword }) { token, password }: z.output<typeof resetPassword>,
    @ClientAddress() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgentView> {
    const { user, ended } = await this.holding(address, () => this.passwords.reset(token, password));
    await this.sessions.ended(ended);
    return this.enter(user, userAgent, response);
  }

  /** Only failures use up the budget. */
  private async holding<T>(address: string, work: () => Promise<T>): Promise<T> {
    await this.limits.spend('oneTimeLink', { address });
    const result = await work();
    await this.limits.refund('oneTimeLink', { address });
    return result;
  }

  private async enter(user: User, userAgent: string | undefined, response: Response): Promise<AgentView> {
    const signedIn = await this.sessions.open(user, userAgent);
    setSessionCookie(response, signedIn);
    return this.presence.view(signedIn);
  }
}
