import { catalog, withMillions } from './catalog.js';

export default withMillions(
  catalog(import.meta.glob<Record<string, string>>('./fr/*.json', { eager: true, import: 'default' })),
);
