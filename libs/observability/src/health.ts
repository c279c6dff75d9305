import { Controller, Get, Header, HttpCode, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import type { Response } from 'express';
import { metrics } from './metrics.js';

/** Throws, or resolves to false, while the process cannot do its work; 'degraded': it can, but somebody should look. */
export type ReadinessCheck = () => Promise<boolean | 'degraded'>;
const READINESS = Symbol('READINESS');

@Controller()
class HealthController {
  constructor(@Inject(READINESS) private readonly checks: Record<string, ReadinessCheck>) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 200 when every check passes, else 503; names the checks that fail, and those that pass but are degraded. */
  @Get('health/ready')
  @HttpCode(200)
  async ready(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ status: string; failing: string[]; degraded: string[] }> {
    const results = await Promise.all(
      Object.entries(this.checks).map(async ([name, check]) => ({ name, result: await check().catch(() => false) })),
    );
    const named = (wanted: boolean | 'degraded') =>
      results.filter(({ result }) => result === wanted).map(({ name }) => name);
    const failing = named(false);
    if (failing.length > 0) response.status(503);
    return { status: failing.length === 0 ? 'ok' : 'unavailable', failing, degraded: named('degraded') };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}

/** GET /health/live, /health/ready and /metrics. The factory's `inject` tokens are resolved by Nest. */
@Module({})
export class HealthModule {
  static register(options: {
    imports?: DynamicModule['imports'];
    inject: (string | symbol | (abstract new (...args: never[]) => unknown))[];
    useFactory: (...dependencies: never[]) => Record<string, ReadinessCheck>;
  }): DynamicModule {
    return {
      module: HealthModule,
      imports: options.imports ?? [],
      controllers: [HealthController],
      providers: [{ provide: READINESS, inject: options.inject, useFactory: options.useFactory }],
    };
  }
}
