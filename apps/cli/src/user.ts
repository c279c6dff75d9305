import { Option, type Command } from 'commander';
import { addPerson, giveOneTimePassword, People, type Operator } from '#administration';
import { acceptInvitation, invite, ModelError, userRole } from '#contracts';
import type { Database } from '#database';
import { findWorkspace, withDatabase } from './database.js';
import { checked, workspaceOption } from './options.js';
import { printOneTimePassword, printTable } from './print.js';
import { printJson } from './progress.js';

interface Json {
  json?: boolean;
}

const person = invite.extend({ name: acceptInvitation.shape.name });

export function addUser(program: Command): void {
  const user = program.command('user').description('the people of a workspace');
  const command = (name: string, description: string) =>
    user.command(name).description(description).option('--json', 'one JSON object');

  command('list', 'who there is').addOption(workspaceOption()).action(list);
  command('add', 'make a user, with a one-time password')
    .requiredOption('--name <name>', 'customers see it')
    .requiredOption('--email <address>', 'to sign in with')
    .addOption(new Option('--role <role>', 'what they may do').choices(userRole.options).default('agent'))
    .option('--capacity <conversations>', 'conversations at a time', Number, 5)
    .addOption(workspaceOption())
    .action(add);
  command('disable', 'end the sessions of a user, who cannot sign in any more')
    .argument('<email>')
    .action((email: string, { json }: Json) => setDisabled(email, true, json));
  command('enable', 'let a disabled user sign in again')
    .argument('<email>')
    .action((email: string, { json }: Json) => setDisabled(email, false, json));
  command('reset', "end the sessions of a user, and put a one-time password in the place of the user's own")
    .argument('<email>')
    .action(reset);
}

async function list({ workspace, json }: Json & { workspace?: string }): Promise<void> {
  const people = await withDatabase(async (db) => new People(db).list(await findWorkspace(db, workspace)));
  if (json) return printJson({ people });
  printTable(people.map(({ email, name, role, disabledAt }) => [email, role, name, disabledAt ? 'disabled' : '']));
}

async function add({ workspace, json, ...options }: Json & { workspace?: string }): Promise<void> {
  const added = checked(person, options);
  const { oneTimePassword } = await withDatabase(async (db) =>
    addPerson(db, { type: 'operator', workspaceId: await findWorkspace(db, workspace) }, added),
  );
  printOneTimePassword({ email: added.email, oneTimePassword }, json);
}

async function setDisabled(email: string, disable: boolean, json?: boolean): Promise<void> {
  const changed = await withDatabase(async (db) => {
    const { operator, id } = await findUser(db, email);
    const people = new People(db);
    return disable ? (await people.disable(operator, id)).person : people.enable(operator, id);
  });
  if (json) return printJson(changed);
  process.stdout.write(`${changed.name} ${changed.disabledAt ? 'is disabled' : 'can sign in'}.\n`);
}

async function reset(email: string, { json }: Json): Promise<void> {
  const oneTimePassword = await withDatabase(async (db) => {
    const { operator, id } = await findUser(db, email);
    return giveOneTimePassword(db, operator, id);
  });
  printOneTimePassword({ email, oneTimePassword }, json);
}

/** An address belongs to one user of one workspace. */
async function findUser(db: Database, email: string): Promise<{ operator: Operator; id: string }> {
  const user = await db.user.findUnique({ where: { email: email.toLowerCase() } });
  if (!user) throw new ModelError('USER_UNKNOWN', { email });
  return { operator: { type: 'operator', workspaceId: user.workspaceId }, id: user.id };
}
