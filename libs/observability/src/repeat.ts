export interface Repetition {
  /** Resolves when the work that was going on has ended. */
  stop(): Promise<void>;
}

/** Does work again and again, with a pause after each time, ms, until stopped. A failure is logged, and the next time comes all the same. */
export function repeat(
  work: () => Promise<void>,
  pause: () => number,
  logger: { warn(message: string): void },
): Repetition {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stopped = false;
  const turn = () => {
    running = work()
      .catch((error: unknown) => logger.warn(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, pause());
      });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
