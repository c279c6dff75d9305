import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AddCategories, type ColumnMapping, type ImportCategories, type ImportStatus } from '#contracts';
import { createDatabase, lockWorkspace, type Database } from '#database';
import { starterKits } from '#starter-kits';
import { TicketImports } from '#ticket-staging';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { Uploader } from '../support/upload.js';
import { waitFor } from '../support/wait-for.js';

let environment: TestEnvironment;
let db: Database;
let url: string;
let trainer: RunningApp;
let shop: Awaited<ReturnType<typeof createWorkspace>>;
let owner: Uploader;

beforeAll(async () => {
  environment = await freshEnvironment();
  db = createDatabase(environment.DATABASE_URL, 4);
  atEnd(() => db.$disconnect());
  url = (await startApp('gateway', environment)).url;
  trainer = await startApp('trainer', environment);
});

beforeEach(async () => {
  shop = await createWorkspace(db);
  owner = new Uploader(url, await signIn(url, db, await shop.agent('Olga', 'owner')));
});

const until = (id: string, status: ImportStatus) =>
  waitFor(async () => {
    const found = await owner.find(id);
    return found.status === status ? found : null;
  }, 110);
const mapping = { text: ['Subject', 'Description'], intent: 'Category', reply: 'Reply' };
const header = 'Subject,Description,Category,Reply,Requester\n';
const examples = () =>
  db.trainingExample.findMany({ where: { workspaceId: shop.workspaceId }, orderBy: { text: 'asc' } });

async function readWhole(content: string, columns: ColumnMapping = mapping) {
  const { import: uploaded } = await owner.upload('tickets.csv', content);
  await owner.call('POST', `/${uploaded.id}/read`, columns);
  return until(uploaded.id, 'read');
}

async function add(id: string, categories: AddCategories['categories']) {
  await owner.call('POST', `/${id}/add`, { categories });
  return until(id, 'added');
}
const as = (name: string, intent: string | null, outOfScope = false) => ({ name, intent, outOfScope });

describe('an import', () => {
  it('goes from a file to intents and examples without personal data, and tells of every row', async () => {
    const patterns = { orderNumberPattern: 'WF**', customerNumberPattern: 'A##A' };
    await db.workspace.update({ where: { id: shop.workspaceId }, data: patterns });
    const file = Buffer.from(
      header +
        'Parcel,"Where is it, jo@shop.example?",Shipping,On its way to jo@shop.example as wfhq,Jo\n' +
        'Parcel,"Where is it, jo@shop.example?",Shipping,,Jo\n' +
        'Money,I want it back,Refund,,\n' +
        'Money,I want it back,Complaint,,\n' +
        'Lorry,Do you sell lorries,Nonsense,,\n' +
        'Late,My parcel is late (K77Z),Delivery,,\n' +
        'Spam,Buy this,Junk,,\n' +
        'Hello,No category,,,\n' +
        ',,Empty,,\n' +
        `,${'x'.repeat(4001)},Long,,\n` +
        'one,two,three,four,five,six\n',
    );
    const preview = await owner.upload('tickets.csv', file);
    expect(preview).toMatchObject({
      columns: ['Subject', 'Description', 'Category', 'Reply', 'Requester'],
      suggested: mapping,
      import: { status: 'uploaded', source: 'other' },
    });
    expect(preview.rows).toHaveLength(10);
    expect(JSON.stringify(preview.rows)).not.toMatch(/jo@shop|wfhq|k77z/i);

    const { id } = preview.import;
    await owner.call('POST', `/${id}/read`, mapping);
    const { report } = await until(id, 'read');
    expect(report).toMatchObject({ rows: 11, taken: 7, empty: 1, duplicate: 1, broken: 2, contradicting: 1 });
    expect(report!.contradictions).toEqual([
      { text: 'Money\nI want it back', intents: ['Refund', 'Complaint'], rows: [4, 5] },
    ]);
    expect(await db.ticketImportPart.count({ where: { importId: id } })).toBe(0);

    const found = await owner.call<ImportCategories>('GET', `/${id}/categories`);
    expect(found).toMatchObject({ clustered: false, unclustered: 1 });
    expect(found.categories.map(({ name }) => name)).toEqual([
      'Shipping',
      'Refund',
      'Complaint',
      'Nonsense',
      'Delivery',
      'Junk',
    ]);
    const rejected = await fetch(`${url}/api/ticket-imports/${id}/rejected`, { headers: owner.headers });
    expect(rejected.headers.get('content-type')).toContain('text/csv');
    const refused = parse(await rejected.text(), { bom: true });
    expect(refused.map(([row]) => row)).toEqual(['row', '3', '10', '11', '12']);

    await add(id, [
      as('Shipping', 'Where is my parcel?'),
      as('Delivery', 'where is my parcel?'),
      as('Refund', 'Order status'),
      as('Complaint', null),
      as('Nonsense', null, true),
      as('Shipping', 'Named twice'),
    ]);
    const added = await examples();
    expect(added.map(({ text, outOfScope }) => [text, outOfScope])).toEqual([
      ['Late\nMy parcel is late (number)', false],
      ['Lorry\nDo you sell lorries', true],
      ['Money\nI want it back', false],
      ['Parcel\nWhere is it, email?', false],
    ]);
    expect(added[3]).toMatchObject({ source: 'import', importId: id, reply: 'On its way to email as number' });
    const intents = await db.intent.findMany({ where: { workspaceId: shop.workspaceId }, orderBy: { name: 'asc' } });
    expect(intents).toMatchObject([
      { id: shop.intentId, name: 'order_status' },
      { name: 'where_is_my_parcel', title: 'Where is my parcel?', automate: false },
    ]);
    expect(added[2]!.intentId).toBe(shop.intentId);
    expect(await db.importedTicket.count({ where: { importId: id, refusal: null } })).toBe(0);
    const audited = await db.auditEvent.findFirst({ where: { subjectId: id, action: 'ticket_import.added' } });
    expect(audited!.data).toMatchObject({ after: { examples: 4, newIntents: ['Where is my parcel?'] } });
  });

  it('without categories has its messages grouped, and people name the groups', async () => {
    const texts = starterKits()[0]!.intents.flatMap((intent) => intent.examples);
    const file = stringify([['Text'], ...texts.map((text) => [text])]);
    const { id } = await readWhole(file, { text: ['Text'], intent: null, reply: null });
    const unnamed = { categories: [], clustered: false, unclustered: texts.length };
    expect(await owner.call('GET', `/${id}/categories`)).toEqual(unnamed);
    await owner.call('POST', `/${id}/cluster`);
    await until(id, 'read');

    const { categories, clustered, unclustered } = await owner.call<ImportCategories>('GET', `/${id}/categories`);
    expect(clustered).toBe(true);
    expect(categories.length).toBeGreaterThan(5);
    const grouped = categories.reduce((sum, { n }) => sum + n, 0);
    expect(grouped + unclustered).toBe(texts.length);
    for (const { n, suggestedTitle, examples: shown } of categories) {
      expect([n >= 8, shown.length]).toEqual([true, 3]);
      expect(suggestedTitle).toMatch(/^\p{L}+( \p{L}+){0,2}$/u);
    }

    const [first, second, third, fourth] = categories;
    const named = [as(first!.name, 'A topic'), as(second!.name, 'a topic'), as(third!.name, null, true)];
    await add(id, [...named, as(fourth!.name, null)]);
    const added = await examples();
    expect(added.filter(({ outOfScope }) => outOfScope)).toHaveLength(third!.n);
    expect(added).toHaveLength(first!.n + second!.n + third!.n);
    expect(await db.intent.count({ where: { workspaceId: shop.workspaceId } })).toBe(2);
  });

  it('of the same rows once more adds none of them twice', async () => {
    const file = `${header}a,b,X,,\nc,d,Y,,\n`;
    for (const content of [file, `${file}e,f,Y,,\n`]) {
      const { id } = await readWhole(content);
      await add(id, [as('X', 'First'), as('Y', 'Second')]);
    }
    expect((await examples()).map(({ text }) => text)).toEqual(['a\nb', 'c\nd', 'e\nf']);
  });

  it('goes on with an upload that was cut off, and takes parts in no other order', async () => {
    const file = Buffer.from(header + 'Parcel,Where is it,Shipping,,\n'.repeat(1000));
    const { import: begun } = await owner.begin('tickets.csv', file);
    const received = await owner.send(begun.id, file, 0, 5000, 3);
    expect(received).toBe(15_000);
    await expect(owner.call('POST', `/${begun.id}/uploaded`)).rejects.toThrow('TICKETS_OFFSET');
    const content = (offset: number, part: Buffer) => owner.call('PUT', `/${begun.id}/content?offset=${offset}`, part);
    await expect(content(20_000, file.subarray(20_000, 21_000))).rejects.toThrow('TICKETS_OFFSET');
    await expect(content(14_000, file.subarray(14_000, 16_000))).rejects.toThrow('TICKETS_OFFSET');
    expect(await content(5_000, file.subarray(5_000, 10_000))).toEqual({ received });
    await expect(content(15_000, Buffer.alloc(8 * 1024 * 1024 + 1))).rejects.toThrow('TICKETS_PART_TOO_LARGE');

    const again = await owner.begin('renamed.csv', file);
    expect([again.import.id, again.received]).toEqual([begun.id, received]);
    await owner.send(begun.id, file, again.received);
    expect(await owner.call('POST', `/${begun.id}/uploaded`)).toMatchObject({ import: { status: 'uploaded' } });
  });

  it.each<[string, string | Buffer, string]>([
    ['has nothing but a header', 'Subject,Category\n', 'TICKETS_FILE_EMPTY'],
    ['is a broken workbook', 'PK\x03\x04nothing', 'TICKETS_FILE_UNREADABLE'],
  ])('of a file that %s ends with a code, and the file goes', async (_what, content, code) => {
    await expect(owner.upload('tickets.csv', content)).rejects.toThrow(code);
    const failed = await db.ticketImport.findFirstOrThrow({ where: { workspaceId: shop.workspaceId } });
    expect(failed).toMatchObject({ status: 'failed', error: code });
    expect((await owner.find(failed.id)).error).toBe(code);
    expect(await db.ticketImportPart.count({ where: { importId: failed.id } })).toBe(0);
  });

  it('of a file that did not arrive as it was sent ends', async () => {
    const { import: begun } = await owner.begin('tickets.csv', Buffer.from('Subject\nHello\n'));
    await owner.send(begun.id, Buffer.from('Subject\nJello\n'));
    await expect(owner.call('POST', `/${begun.id}/uploaded`)).rejects.toThrow('TICKETS_CHECKSUM');
  });

  it('by the wrong columns can be read again by others', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => `text ${index},reason ${index},,,\n`).join('');
    const { import: uploaded } = await owner.upload('tickets.csv', `${header}${many}`);
    const read = (columns: object) => owner.call('POST', `/${uploaded.id}/read`, columns);
    await expect(read({ ...mapping, intent: 'Nowhere' })).rejects.toThrow('TICKETS_COLUMN_UNKNOWN');
    await read({ text: ['Subject'], intent: 'Description', reply: null });
    const refused = await waitFor(async () => {
      const found = await owner.find(uploaded.id);
      return found.error ? found : null;
    });
    expect(refused).toMatchObject({ status: 'uploaded', error: 'TICKETS_CATEGORIES_MANY' });
    await read({ text: ['Subject'], intent: null, reply: null });
    expect((await until(uploaded.id, 'read')).report).toMatchObject({ rows: 2001, taken: 2001 });
  });

  it('that is cancelled leaves nothing, whatever it was at', async () => {
    const { id } = await readWhole(`${header}a,b,X,,\n`);
    expect(await owner.call('POST', `/${id}/cancel`)).toMatchObject({ status: 'cancelled' });
    expect(await db.importedTicket.count({ where: { importId: id } })).toBe(0);
    const most = Array.from({ length: 2000 }, (_, index) => as(`${index} ${'ж'.repeat(290)}`, 'A topic'));
    await expect(owner.call('POST', `/${id}/add`, { categories: most })).rejects.toThrow('TICKETS_STATE');
  });

  it('that nobody goes on with for two weeks is cancelled, and the file goes', async () => {
    const { import: uploaded } = await owner.upload('tickets.csv', `${header}a,b,X,,\n`);
    const { import: fresh } = await owner.upload('others.csv', `${header}c,d,X,,\n`);
    const createdAt = new Date(Date.now() - 15 * 86_400_000);
    await db.ticketImport.update({ where: { id: uploaded.id }, data: { createdAt } });
    expect(await new TicketImports(db).forget()).toBe(1);
    expect((await owner.find(uploaded.id)).status).toBe('cancelled');
    const parts = await db.ticketImportPart.findMany({ where: { workspaceId: shop.workspaceId } });
    expect(parts.map(({ importId }) => importId)).toEqual([fresh.id]);
  });

  it('is for owners and admins of its workspace alone', async () => {
    const { id } = (await owner.upload('tickets.csv', `${header}a,b,X,,\n`)).import;
    const supervisor = new Uploader(url, await signIn(url, db, await shop.agent('Sam', 'supervisor')));
    await expect(supervisor.call('GET', '')).rejects.toThrow('FORBIDDEN');
    const other = await createWorkspace(db);
    const stranger = new Uploader(url, await signIn(url, db, await other.agent('Eve', 'owner')));
    await expect(stranger.find(id)).rejects.toThrow('NOT_FOUND');
    await expect(stranger.call('POST', `/${id}/cancel`)).rejects.toThrow('NOT_FOUND');
    await expect(stranger.call('POST', `/${id}/add`, { categories: [] })).rejects.toThrow('NOT_FOUND');
  });
});

describe('a trainer that is killed', () => {
  it('while it reads is followed by one that reads the file once', async () => {
    const rows = Array.from({ length: 8_000 }, (_, index) => `Ticket ${index} of all,${index % 7} words,X,,\n`);
    const { import: uploaded } = await owner.upload('tickets.csv', header + rows.join(''));
    await owner.call('POST', `/${uploaded.id}/read`, mapping);
    await waitFor(async () => (await db.importedTicket.count({ where: { importId: uploaded.id } })) > 0);
    await trainer.stop('SIGKILL');
    expect((await owner.find(uploaded.id)).status).toBe('reading');
    trainer = await startApp('trainer', environment);
    const { report } = await until(uploaded.id, 'read');
    expect(report!.rows).toBe(8_000);
    expect(report!.taken + report!.duplicate).toBe(8_000);
    expect(await db.importedTicket.count({ where: { importId: uploaded.id } })).toBe(8_000);
  });

  it('while it adds has added nothing, and the next one adds all', async () => {
    const { id } = await readWhole(`${header}a,b,X,,\nc,d,Y,,\n`);
    const { workspaceId } = shop;
    await db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      await owner.call('POST', `/${id}/add`, { categories: [as('X', 'First'), as('Y', 'Second')] });
      const waits = () => db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await waitFor(async () => (await waits()).length > 0);
      await trainer.stop('SIGKILL');
    });
    expect(await examples()).toEqual([]);
    trainer = await startApp('trainer', environment);
    await until(id, 'added');
    expect((await examples()).map(({ text }) => text)).toEqual(['a\nb', 'c\nd']);
    expect(await db.intent.count({ where: { workspaceId, title: { in: ['First', 'Second'] } } })).toBe(2);
  });

  it('again and again ends the step with a code', async () => {
    const { import: uploaded } = await owner.upload('tickets.csv', `${header}a,b,X,,\n`);
    await db.ticketImport.update({ where: { id: uploaded.id }, data: { status: 'reading', mapping, attempts: 5 } });
    expect((await until(uploaded.id, 'failed')).error).toBe('TICKETS_INTERRUPTED');
  });
});
