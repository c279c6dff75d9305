import { Global, Module } from '@nestjs/common';
import { RateLimits } from '../rate-limits.js';
import { Authentication } from './authenticate.js';

/** Who somebody is, and how much they may do of it. Needs DatabaseModule beside it. */
@Global()
@Module({ providers: [Authentication, RateLimits], exports: [Authentication, RateLimits] })
export class AuthenticationModule {}
