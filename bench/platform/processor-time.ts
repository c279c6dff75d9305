import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

interface Counted {
  parent: number;
  command: string;
  ms: number;
}

/** Processor time that each program of the Baton that this process has started has used so far, ms, by name. Empty where there is no /proc. */
export function processorTimes(): Map<string, number> {
  const processes = new Map(processIds().flatMap((id) => counted(id)));
  const isOurs = (id: number): boolean =>
    id === process.pid || (processes.has(id) && isOurs(processes.get(id)!.parent));
  const times = new Map<string, number>();
  for (const [id, { command, ms }] of processes) {
    const name = nameOf(command);
    if (name && id !== process.pid && isOurs(id)) times.set(name, (times.get(name) ?? 0) + ms);
  }
  return times;
}

function processIds(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** With the time of children that have ended: PostgreSQL has a process for each connection. Nothing for a process that is gone. */
function counted(id: number): [number, Counted][] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name before it may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, n) => sum + n, 0);
    return [[id, { parent: fields[1]!, command: commandOf(id), ms: ticks * tickMs }]];
  } catch {
    return [];
  }
}

function commandOf(id: number): string {
  return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
}

function nameOf(command: string): string | undefined {
  if (command.includes('model-child')) return 'model';
  return /apps\/([\w-]+)\/src\/main\.js/.exec(command)?.[1] ?? /postgres|redis/.exec(command)?.[0];
}
