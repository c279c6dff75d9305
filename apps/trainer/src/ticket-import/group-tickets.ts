import { loadConfig } from '#config';
import { mostGrouped, type ImportReport } from '#contracts';
import { clusterMessages, tellingWords } from '#slm';
import { Categories } from '#ticket-import';
import type { ImportStep } from '#ticket-staging';

const titleWords = 3;
/** How often the row says how far it is, ms. */
const everyMs = 500;

/** Groups the tickets of an import by what they are about; each group is a category that people give a name. */
export async function groupTickets(step: ImportStep): Promise<void> {
  const tickets = await step.beginnings(mostGrouped);
  const texts = tickets.map(({ text }) => text);
  let toldAt = 0;
  const onProgress = (share: number) => {
    if (Date.now() - toldAt < everyMs) return;
    toldAt = Date.now();
    step.report(share).catch(() => process.exit()); // cancelled meanwhile, or to be begun anew
  };
  const groups = await clusterMessages(texts, loadConfig().baseModelDir, onProgress);
  const words = tellingWords(
    texts,
    groups.map(({ label }) => label),
  );
  const labelOf = (category: string) => Number(category.slice('cluster-'.length)) - 1;
  const categories = new Categories((category) => words.get(labelOf(category))!.slice(0, titleWords).join(' '));
  const grouped = tickets.map(({ id, text }, index) => {
    const { label } = groups[index]!;
    const category = label < 0 ? null : `cluster-${label + 1}`;
    categories.add(category, text);
    return { id, category };
  });
  const { taken } = step.row.report as ImportReport;
  const inGroups = tickets.length - categories.unclustered;
  await step.group(grouped, { categories: categories.list, unclustered: taken - inGroups });
}
