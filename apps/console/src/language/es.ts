import { catalog } from './catalog.js';

export default catalog(import.meta.glob<Record<string, string>>('./es/*.json', { eager: true, import: 'default' }));
