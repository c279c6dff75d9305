import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, inboxQuery, type SavedFilterSettings, type SavedFilterView } from '#contracts';
import { DATABASE, type Database, type SavedFilter } from '#database';
import type { AgentActor } from '../actors.js';

/** Views that agents come back to: their own, and those shared with everybody. `mayShare`: the agent may make and change shared ones. */
@Injectable()
export class SavedFilters {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list({ workspaceId, userId }: AgentActor): Promise<SavedFilterView[]> {
    const rows = await this.db.savedFilter.findMany({
      where: { workspaceId, OR: [{ shared: true }, { userId }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return rows.map((row) => savedFilterView(row, userId));
  }

  async create(agent: AgentActor, mayShare: boolean, settings: SavedFilterSettings): Promise<SavedFilterView> {
    if (settings.shared && !mayShare) throw new BatonError('FORBIDDEN');
    const { workspaceId, userId } = agent;
    const row = await this.db.savedFilter.create({ data: { id: uuidv7(), workspaceId, userId, ...settings } });
    return savedFilterView(row, userId);
  }

  /** Throws NOT_FOUND, also for another's personal one. */
  async change(
    agent: AgentActor,
    mayShare: boolean,
    id: string,
    settings: SavedFilterSettings,
  ): Promise<SavedFilterView> {
    await this.require(agent, mayShare, id);
    if (settings.shared && !mayShare) throw new BatonError('FORBIDDEN');
    return savedFilterView(await this.db.savedFilter.update({ where: { id }, data: settings }), agent.userId);
  }

  async remove(agent: AgentActor, mayShare: boolean, id: string): Promise<void> {
    await this.require(agent, mayShare, id);
    await this.db.savedFilter.delete({ where: { id } });
  }

  private async require({ workspaceId, userId }: AgentActor, mayShare: boolean, id: string): Promise<void> {
    const row = await this.db.savedFilter.findFirst({ where: { id, workspaceId } });
    if (!row || (!row.shared && row.userId !== userId)) throw new BatonError('NOT_FOUND');
    if (row.userId !== userId && !mayShare) throw new BatonError('FORBIDDEN');
  }
}

function savedFilterView({ id, name, shared, query, userId }: SavedFilter, reader: string): SavedFilterView {
  return { id, name, shared, query: inboxQuery.parse(query), own: userId === reader };
}
