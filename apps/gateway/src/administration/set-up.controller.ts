import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createFirstOwner } from '#administration';
import { createOwner, currentAgent, setUpState, type AgentView, type CreateOwner, type SetUpState } from '#contracts';
import { Presence } from '#conversation';
import { DATABASE, type Database } from '#database';
import { ClientAddress } from '../http/client-address.js';
import { setSessionCookie } from '../authentication/session-cookie.js';
import { SignIn } from '../authentication/sign-in.js';
import { RateLimits } from '../rate-limits.js';

/** The first owner of an installation that has none yet. */
@ApiTags('set-up')
@Controller('api/set-up')
export class SetUpController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly sessions: SignIn,
    private readonly presence: Presence,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: setUpState })
  async state(): Promise<SetUpState> {
    return { open: (await this.db.user.count()) === 0 };
  }

  /** Makes workspace and owner, and signs the owner in. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: currentAgent })
  async create(
    @Body({ schema: createOwner }) owner: CreateOwner,
    @ClientAddress() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgentView> {
    await this.limits.spend('setUp', { address });
    const user = await createFirstOwner(this.db, owner);
    const signedIn = await this.sessions.open(user, userAgent);
    setSessionCookie(response, signedIn);
    return this.presence.view(signedIn);
  }
}
