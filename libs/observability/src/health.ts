import { Controller, Get, Header, HttpCode, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import type { Response } from 'express';
import pTimeout from 'p-timeout';
import { metrics } from './metrics.js';

/** Throws, or resolves to false, while the process cannot do its work; 'degraded': it can, but somebody should look. */
type Check = () => Promise<boolean | 'degraded'>;

export interface HealthChecks {
  /** Must pass for work to be sent here. */
  ready: Record<string, Check>;
  /** Must pass for the process not to be started anew: what only a restart mends. */
  live: Record<string, Check>;
}

interface Health {
  status: 'ok' | 'unavailable';
  failing: string[];
  degraded: string[];
}

const CHECKS = Symbol('CHECKS');
/** Who asks gives up after 2 s; by then it should have heard which check hangs, ms. */
const checkDeadlineMs = 1500;

@Controller()
class HealthController {
  constructor(@Inject(CHECKS) private readonly checks: HealthChecks) {}

  @Get('health/live')
  @HttpCode(200)
  live(@Res({ passthrough: true }) response: Response): Promise<Health> {
    return this.answer(this.checks.live, response);
  }

  @Get('health/ready')
  @HttpCode(200)
  ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    return this.answer(this.checks.ready, response);
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return metrics.metrics();
  }

  /** 200 when every check passes, else 503; names the checks that fail, and those that pass but are degraded. */
  private async answer(checks: Record<string, Check>, response: Response): Promise<Health> {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => ({
        name,
        result: await pTimeout(check(), { milliseconds: checkDeadlineMs }).catch(() => false as const),
      })),
    );
    const named = (wanted: boolean | 'degraded') =>
      results.filter(({ result }) => result === wanted).map(({ name }) => name);
    const failing = named(false);
    if (failing.length > 0) response.status(503);
    return { status: failing.length === 0 ? 'ok' : 'unavailable', failing, degraded: named('degraded') };
  }
}

/** GET /health/live, /health/ready and /metrics. The factory's `inject` tokens are resolved by Nest. */
@Module({})
export class HealthModule {
  static register(options: {
    imports?: DynamicModule['imports'];
    inject: (string | symbol | (abstract new (...args: never[]) => unknown))[];
    useFactory: (...dependencies: never[]) => HealthChecks;
  }): DynamicModule {
    return {
      module: HealthModule,
      imports: options.imports ?? [],
      controllers: [HealthController],
      providers: [{ provide: CHECKS, inject: options.inject, useFactory: options.useFactory }],
    };
  }
}
