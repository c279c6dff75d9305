/** The number that reaches an ambulance, by country (ISO 3166). */
const numbers: Record<string, string[]> = {
  '112': 'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IN IS IT LT LU LV MT NL NO PL PT RO SE SI SK TR UA'.split(
    ' ',
  ),
  '911': ['US', 'CA', 'MX', 'AR', 'PH', 'UY', 'EC', 'PE'],
  '999': ['GB', 'HK', 'SG', 'MY'],
  '000': ['AU'],
  '111': ['NZ'],
  '119': ['JP', 'KR'],
  '120': ['CN'],
  '192': ['BR'],
  '997': ['SA'],
  '998': ['AE'],
  '123': ['EG'],
};

/** Null: it is not known here. */
export function emergencyNumber(country: string): string | null {
  return Object.entries(numbers).find(([, countries]) => countries.includes(country))?.[0] ?? null;
}
