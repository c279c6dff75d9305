import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BatonError } from '#contracts';
import { DATABASE, Prisma, type Database } from '#database';
import { repeat, type Repetition } from '#observability';

/** An answer is kept for so long, hours. */
const keptHours = 24;
/** A request whose process died may be made again after so long, s. */
const lostAfterSeconds = 60;
const tidyEveryMs = 3_600_000;
const isOld = Prisma.sql`known."createdAt" < now() - make_interval(hours => ${keptHours})`;

export interface KeyedRequest {
  workspaceId: string;
  apiKeyId: string;
  idempotencyKey: string;
  /** SHA-256 of method, path and body. */
  requestHash: string;
}

/** Requests with an Idempotency-Key: each is carried out once, whoever sends it again and however many at once. */
@Injectable()
export class IdempotentRequests implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('idempotency');
  private tidying?: Repetition;

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  onApplicationBootstrap(): void {
    this.tidying = repeat(
      () => this.forgetOld(),
      () => tidyEveryMs,
      this.logger,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.tidying?.stop();
  }

  /**
   * The answer, if it was carried out already; else the caller is to carry it out. Throws IDEMPOTENCY_KEY_REUSED or
   * IDEMPOTENCY_IN_PROGRESS.
   */
  async begin(request: KeyedRequest): Promise<{ answer: unknown } | { firstSentAt: Date }> {
    const { workspaceId, apiKeyId, idempotencyKey, requestHash } = request;
    const [begun] = await this.db.$queryRaw<{ createdAt: Date }[]>`
      INSERT INTO idempotent_request AS known ("apiKeyId", "idempotencyKey", "workspaceId", "requestHash")
      VALUES (${apiKeyId}::uuid, ${idempotencyKey}, ${workspaceId}::uuid, ${requestHash})
      ON CONFLICT ("apiKeyId", "idempotencyKey") DO UPDATE SET "requestHash" = excluded."requestHash", body = NULL, "begunAt" = now(),
        "createdAt" = CASE WHEN ${isOld} THEN now() ELSE known."createdAt" END
        WHERE ${isOld} OR (known.body IS NULL AND known."requestHash" = excluded."requestHash"
          AND known."begunAt" < now() - make_interval(secs => ${lostAfterSeconds}))
      RETURNING "createdAt"`;
    if (begun) return { firstSentAt: begun.createdAt };
    const where = { apiKeyId_idempotencyKey: { apiKeyId, idempotencyKey }, workspaceId };
    const known = await this.db.idempotentRequest.findUnique({ where });
    if (known && known.requestHash !== requestHash) throw new BatonError('IDEMPOTENCY_KEY_REUSED');
    if (!known || known.body === null) throw new BatonError('IDEMPOTENCY_IN_PROGRESS');
    return { answer: known.body };
  }

  async finish({ apiKeyId, idempotencyKey, workspaceId }: KeyedRequest, body: object): Promise<void> {
    const where = { apiKeyId_idempotencyKey: { apiKeyId, idempotencyKey }, workspaceId };
    await this.db.idempotentRequest.update({ where, data: { body } });
  }

  /** It was refused and has done nothing: it may be sent again, corrected or not. */
  async abandon({ apiKeyId, idempotencyKey, workspaceId }: KeyedRequest): Promise<void> {
    const underWay = { body: { equals: Prisma.DbNull } };
    await this.db.idempotentRequest.deleteMany({ where: { apiKeyId, idempotencyKey, workspaceId, ...underWay } });
  }

  private async forgetOld(): Promise<void> {
    await this.db.$executeRaw`
      DELETE FROM idempotent_request WHERE "createdAt" < now() - make_interval(hours => ${keptHours})`;
  }
}
