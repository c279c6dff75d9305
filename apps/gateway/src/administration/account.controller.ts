import { Body, Controller, Delete, Get, HttpCode, Param, Put, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Passwords, Sessions, type SettingsActor } from '#administration';
import { changePassword, sessionList } from '#contracts';
import { AgentGuard, CurrentActor, CurrentAgent } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { SignIn } from '../authentication/sign-in.js';
import { RateLimits } from '../rate-limits.js';

/** One's own password and sign-ins. */
@ApiTags('account')
@Controller('api/account')
@UseGuards(AgentGuard)
export class AccountController {
  constructor(
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly limits: RateLimits,
  ) {}

  /** Ends every other session of this user. */
  @Put('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  async change(
    @CurrentActor() actor: SettingsActor,
    @CurrentAgent() { sessionId }: Agent,
    @Body({ schema: changePassword }) passwords: z.output<typeof changePassword>,
  ): Promise<void> {
    const account = { account: actor.userId };
    await this.limits.spend('ownPassword', account);
    const ended = await this.passwords.change(actor, sessionId, passwords);
    await this.limits.refund('ownPassword', account);
    await this.signIn.ended(ended);
  }

  @Get('sessions')
  @ApiOkResponse({ standardSchema: sessionList })
  async list(
    @CurrentActor() actor: SettingsActor,
    @CurrentAgent() { sessionId }: Agent,
  ): Promise<z.output<typeof sessionList>> {
    return { sessions: await this.sessions.list(actor, sessionId) };
  }

  /** Ends it with its sockets, this one too. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.signIn.ended(await this.sessions.revoke(actor, id));
  }
}
