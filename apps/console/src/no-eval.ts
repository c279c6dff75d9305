import { config } from 'zod';

// The content security policy forbids `new Function`, with which zod would compile its schemas. Before any schema is used. Not as `z.config`:
// what is called on `z` is left out of the build where nothing uses its result.
config({ jitless: true });
