import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { Countdown } from './countdown.js';

it('does not count the time for which its own process was paused', async () => {
  let ended = false;
  const countdown = new Countdown(200, () => (ended = true)).start();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600); // no turn of the event loop meanwhile
  await turn();
  await turn();
  expect(ended).toBe(false);
  await vi.waitUntil(() => ended);
  countdown.stop();
});
