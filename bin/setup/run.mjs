import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { root } from './paths.mjs';
import { Unmet } from './requirements.mjs';

/** Runs a command quietly; what it printed is shown only when it fails. */
export function run(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const text = Buffer.concat(output).toString().trim();
      if (/ENOSPC|no space left/i.test(text))
        return reject(
          new Unmet(`The disk that holds ${cwd} is full: free some space there and run the command again.`),
        );
      reject(
        new Unmet(`${text}\n${[command, ...args].join(' ')} failed (${code ?? signal}): the lines above say why.`),
      );
    });
  });
}

/** Runs a command with this terminal as its own; resolves with its exit code. */
export function show(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a command in the background of others: resolves with its exit code and all that it printed. */
export function collect(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs the command-line entry of an installed package with this Node, without a shell or npx in between. */
export const bin = (path) => ['node_modules', ...path.split('/')].join('/');
