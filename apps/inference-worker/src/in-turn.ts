/** Work under the same key runs one piece after another, in the order of the calls; work under different keys side by side. */
export class InTurn {
  private readonly last = new Map<string, Promise<void>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = this.last.get(key)?.then(work) ?? work();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(key, ended);
    await ended;
    if (this.last.get(key) === ended) this.last.delete(key);
    return result;
  }
}
