import { loadConfig } from '#config';
import { clusterMessages } from '#slm';
import { Categories, clusterTitles } from '#ticket-import';
import type { ImportStep } from '#ticket-staging';

/** How often the row says how far it is, ms. */
const everyMs = 500;

/** Groups the tickets of an import by what they are about; each group is a category that people give a name. */
export async function groupTickets(step: ImportStep): Promise<void> {
  const tickets = await step.texts();
  const texts = tickets.map(({ text }) => text);
  let toldAt = 0;
  const onProgress = (share: number) => {
    if (Date.now() - toldAt < everyMs) return;
    toldAt = Date.now();
    step.report(share).catch(() => process.exit()); // cancelled meanwhile, or to be begun anew
  };
  const groups = await clusterMessages(texts, loadConfig().baseModelDir, onProgress);
  const members: string[][] = [];
  groups.forEach(({ label }, index) => label >= 0 && (members[label] ??= []).push(texts[index]!));
  const titles = clusterTitles(members);
  const numberOf = (category: string) => Number(category.slice('cluster-'.length)) - 1;
  const categories = new Categories((category) => titles[numberOf(category)]!);
  const grouped = tickets.map(({ id, text }, index) => {
    const { label } = groups[index]!;
    const category = label < 0 ? null : `cluster-${label + 1}`;
    categories.add(category, text);
    return { id, category };
  });
  await step.group(grouped, { categories: categories.list, unclustered: categories.unclustered });
}
