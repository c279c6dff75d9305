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
