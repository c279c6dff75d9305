import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { loadConfig } from '#config';
import { MailDeliveries } from '#mail';
import { repeat, type Repetition } from '#observability';

const everyMs = 5000;

/** Looks for mail that is due, where there is a mail server. */
@Injectable()
export class MailPump implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  private repetition?: Repetition;

  constructor(private readonly deliveries: MailDeliveries) {}

  onApplicationBootstrap(): void {
    if (!loadConfig().smtp) return;
    this.repetition = repeat(
      () => this.deliveries.deliverDue(),
      () => everyMs,
      this.logger,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.repetition?.stop();
  }
}
