import { catalog, withMillions } from './catalog.js';

export default withMillions(
  catalog(import.meta.glob<Record<string, string>>('./es/*.json', { eager: true, import: 'default' })),
);
