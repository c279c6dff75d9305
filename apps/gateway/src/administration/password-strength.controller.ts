import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { passwordStrength as judge } from '#administration';
import { passwordStrength, passwordToJudge, type PasswordStrength } from '#contracts';
import { ClientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';

@ApiTags('account')
@Controller('api/password-strength')
export class PasswordStrengthController {
  constructor(private readonly limits: RateLimits) {}

  /** For whoever is about to choose a password; nothing of it is kept. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: passwordStrength })
  async judge(
    @Body({ schema: passwordToJudge }) { password, about }: z.output<typeof passwordToJudge>,
    @ClientAddress() address: string,
  ): Promise<PasswordStrength> {
    await this.limits.spend('passwordStrength', { address });
    return judge(password, about);
  }
}
