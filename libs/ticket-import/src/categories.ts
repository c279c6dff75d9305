import type { ImportCategory } from '#contracts';
import { intentTitle } from './intent-names.js';

/** People cannot go through more; a column with more holds something else than categories. */
export const mostCategories = 2000;
const shownExamples = 3;
const exampleLength = 300;

/** Categories of an import, counted row by row. */
export class Categories {
  private readonly found = new Map<string, ImportCategory>();
  private none = 0;

  constructor(private readonly titleOf: (category: string) => string = intentTitle) {}

  add(category: string | null, text: string): void {
    if (category === null) {
      this.none++;
      return;
    }
    const known = this.found.get(category);
    if (known) known.n++;
    else this.found.set(category, { name: category, n: 1, examples: [], suggestedTitle: this.titleOf(category) });
    const { examples } = known ?? this.found.get(category)!;
    if (examples.length < shownExamples) examples.push(text.slice(0, exampleLength).toWellFormed());
  }

  /** Rows without a category. */
  get unclustered(): number {
    return this.none;
  }

  /** Most rows first. */
  get list(): ImportCategory[] {
    return [...this.found.values()].sort((a, b) => b.n - a.n);
  }
}
