import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { recordChange, type SettingsActor } from '#administration';
import { BatonError, type AnswerCondition, type AnswerView, type SaveAnswer } from '#contracts';
import { actorNames, DATABASE, type Answer, type Database, type Transaction } from '#database';
import { lockIntents } from '../lock-intents.js';

/** Answers are versions by intent and language: nothing that the bot has said is ever changed. It says the newest approved one. */
@Injectable()
export class Answers {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Throws NOT_FOUND where the intent or the action is not the workspace's. */
  async save(actor: SettingsActor, intentId: string, { approve, ...answer }: SaveAnswer): Promise<AnswerView> {
    const { workspaceId, userId } = actor;
    const { locale, actionId } = answer;
    const id = await this.db.$transaction(async (tx) => {
      const [intent] = await lockIntents(tx, workspaceId, intentId);
      if (actionId && !(await tx.action.findFirst({ where: { id: actionId, workspaceId } }))) {
        throw new BatonError('NOT_FOUND');
      }
      const former = await inForce(tx, { workspaceId, intentId, locale });
      const newest = await tx.answer.aggregate({ where: { intentId, locale }, _max: { version: true } });
      const created = await tx.answer.create({
        data: {
          ...{ id: uuidv7(), workspaceId, intentId, ...answer, createdById: userId },
          version: (newest._max.version ?? 0) + 1,
          approvedAt: approve ? new Date() : null,
        },
      });
      await recordChange(tx, actor, {
        action: approve ? 'answer.approved' : 'answer.drafted',
        ...{ subjectType: 'answer', subjectId: created.id },
        before: { intent: intent!.name, locale, ...(former && told(former)) },
        after: { intent: intent!.name, locale, ...told(created) },
      });
      return created.id;
    });
    return (await readAnswers(this.db, { workspaceId, id }))[0]!;
  }
}

/** Newest version first, every language. */
export async function readAnswers(
  db: Database,
  where: { workspaceId: string; id?: string; intentId?: string },
): Promise<AnswerView[]> {
  const answers = await db.answer.findMany({ where, orderBy: [{ createdAt: 'desc' }, { version: 'desc' }] });
  const authorIds = answers.flatMap(({ createdById }) => createdById ?? []);
  const authors = await actorNames(db, where.workspaceId, authorIds);
  return answers.map(({ id, locale, version, text, conditions, actionId, approvedAt, createdById, createdAt }) => ({
    ...{ id, version, text, actionId },
    locale: locale as AnswerView['locale'],
    conditions: conditions as AnswerCondition[],
    approvedAt: approvedAt?.toISOString() ?? null,
    createdByName: (createdById && authors.get(createdById)) ?? null,
    createdAt: createdAt.toISOString(),
  }));
}

/** What the bot says until now in this language. */
function inForce(
  tx: Transaction,
  where: { workspaceId: string; intentId: string; locale: string },
): Promise<Answer | null> {
  return tx.answer.findFirst({ where: { ...where, approvedAt: { not: null } }, orderBy: { version: 'desc' } });
}

const told = ({ version, text, conditions, actionId }: Answer) => ({ version, text, conditions, actionId });
