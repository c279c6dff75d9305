import { z } from 'zod';

// The content security policy forbids `new Function`, with which zod would compile its schemas. Before any schema is used.
z.config({ jitless: true });
