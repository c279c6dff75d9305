import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every file under the given files and folders, in a fixed order, without what is itself built. */
export function filesUnder(base, paths) {
  return paths.flatMap((path) => {
    const full = join(base, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [path];
    const names = readdirSync(full).filter((name) => name !== 'node_modules' && name !== 'dist');
    return filesUnder(
      base,
      names.sort().map((name) => join(path, name)),
    );
  });
}

/** A digest of names and contents: the same for the same sources, whatever their times. */
export function digest(base, inputs, skip = () => false) {
  const hash = createHash('sha256');
  for (const file of filesUnder(base, inputs)) {
    if (!skip(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(base, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** True when the stamp that the last good build left does not hold this digest, or what it built is gone. */
export function isStale(stamp, current, output) {
  return !existsSync(output) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== current;
}

export function writeStamp(stamp, current) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
}
