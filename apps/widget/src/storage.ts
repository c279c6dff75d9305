export interface KeyValue {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/**
 * A prefixed part of web storage. Where the browser forbids it (blocked cookies, private mode, quota) the values live in
 * memory: the chat works, it only does not survive a reload.
 */
export function openStorage(area: () => Storage, prefix: string): KeyValue {
  const memory = new Map<string, string>();
  const attempt = <T>(action: (storage: Storage) => T): T | null => {
    try {
      return action(area());
    } catch {
      return null;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(prefix + key)),
    set(key, value) {
      memory.delete(key);
      const stored = attempt((storage) => {
        storage.setItem(prefix + key, value);
        return true;
      });
      if (!stored) memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(prefix + key));
    },
    keys() {
      const stored = attempt((storage) => Object.keys(storage)) ?? [];
      const own = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...own, ...memory.keys()])];
    },
  };
}
