/** The value that a share `p` of the values do not exceed (nearest rank). */
export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** What the project aims at, in words; none for figures without an aim. */
  aim?: string;
}

/** A table for people, or with --json one object for programs. */
export function print(name: string, figures: Figure[], json: boolean): void {
  if (json) {
    const entries = figures.map(({ what, value }) => [what, Number(value.toPrecision(4))]);
    console.log(JSON.stringify({ bench: name, ...Object.fromEntries(entries) }));
  } else {
    for (const { what, value, unit, aim } of figures) {
      const shown = `${Number(value.toPrecision(3))} ${unit}`.trim();
      console.log(`${what.padEnd(32)}${shown.padStart(14)}${aim ? `   aim ${aim}` : ''}`);
    }
  }
}
