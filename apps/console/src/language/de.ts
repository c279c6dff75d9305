import { catalog } from './catalog.js';

export default catalog(import.meta.glob<Record<string, string>>('./de/*.json', { eager: true, import: 'default' }));
