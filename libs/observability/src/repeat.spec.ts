import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeat } from './repeat.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('goes on after a failure, and logs it', async () => {
  const warn = vi.fn();
  const work = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('away'));
  const repetition = repeat(work, () => 1000, { warn });
  await vi.advanceTimersByTimeAsync(2000);
  expect(warn.mock.calls).toEqual([['away']]);
  expect(work).toHaveBeenCalledTimes(3);
  await repetition.stop();
});

it('starts no turn once stopped, and waits for the one that is going on', async () => {
  let end = () => {};
  const work = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const repetition = repeat(work, () => 1000, { warn: vi.fn() });
  const stopped = vi.fn();
  const stopping = repetition.stop().then(stopped);
  await vi.advanceTimersByTimeAsync(5000);
  expect(stopped).not.toHaveBeenCalled();
  end();
  await stopping;
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
});
