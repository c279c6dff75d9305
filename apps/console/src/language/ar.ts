import { catalog } from './catalog.js';

export default catalog(import.meta.glob<Record<string, string>>('./ar/*.json', { eager: true, import: 'default' }));
