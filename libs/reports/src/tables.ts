import { stringify } from 'csv-stringify/sync';
import type { Agreement, Durations, Proportion, Report, ReportFigures, ReportGrouping, Satisfaction } from '#contracts';

type Cell = string | number | null;
type Columns = Record<string, Cell>;

const share = (name: string, { n, of, low, high }: Proportion): Columns => ({
  [name]: n,
  [`${name}_of`]: of,
  [`${name}_share`]: of === 0 ? null : rounded(n / of),
  [`${name}_low`]: of === 0 ? null : rounded(low),
  [`${name}_high`]: of === 0 ? null : rounded(high),
});
const seconds = (name: string, { n, median, p90 }: Durations): Columns => ({
  [`${name}_n`]: n,
  [`${name}_median_seconds`]: median === null ? null : rounded(median),
  [`${name}_p90_seconds`]: p90 === null ? null : rounded(p90),
});
const ratings = (name: string, { positive, mean }: Satisfaction): Columns => ({
  ...share(`${name}_positive`, positive),
  [`${name}_mean`]: mean === null ? null : rounded(mean),
});

const columnsOf = {
  outcomes: (figures: ReportFigures): Columns => ({
    ...{ closed: figures.closed, still_open: figures.stillOpen },
    ...share('automation', figures.automation),
    ...share('involvement', figures.involvement),
    ...share('resolution', figures.resolution),
    ...share('confirmed', figures.confirmed),
    ...share('assumed', figures.assumed),
    ...share('recontacted', figures.recontacted),
    ...share('abandoned', figures.abandoned),
    ...share('handed_off', figures.handedOff),
    ...share('containment', figures.containment),
    ...share('recontact_of_contained', figures.recontact),
  }),
  people: (figures: ReportFigures): Columns => ({
    handed_off: figures.handedOff.n,
    ...seconds('waiting', figures.waiting),
    ...seconds('first_response', figures.firstResponse),
    ...seconds('handle_time', figures.handling),
  }),
  satisfaction: (figures: ReportFigures): Columns => ({
    ...ratings('bot', figures.csatBot),
    ...ratings('people', figures.csatAgent),
  }),
};

export function groupsCsv(table: keyof typeof columnsOf, by: ReportGrouping, { groups, total }: Report): string {
  const row = (title: string, figures: ReportFigures) => ({ [by]: title, ...columnsOf[table](figures) });
  return csv([...groups.map(({ title, figures }) => row(title, figures)), row('all', total)]);
}

export function agreementCsv({ agents, ...all }: Agreement): string {
  const row = (who: string, withModel: Proportion, lookedAtAgain: Proportion): Columns => ({
    agent: who,
    ...share('with_model', withModel),
    ...share('stood_when_looked_at_again', lookedAtAgain),
  });
  return csv([
    ...agents.map(({ name, withModel, lookedAtAgain }) => row(name, withModel, lookedAtAgain)),
    {
      ...row('all', all.withModel, all.lookedAtAgain),
      ...share('with_model_shuffled', all.withModelShuffled),
      ...share('first_picked', all.firstPicked),
      ...share('same_words', all.sameWords),
    },
  ]);
}

/** Spreadsheets take it for UTF-8 by its BOM, and none of its cells for a formula. */
function csv(rows: Columns[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, { columns, header: true, bom: true, escape_formulas: true });
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
