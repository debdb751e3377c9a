import { defineConfig } from 'drizzle-kit';

// Only `drizzle-kit generate` is used: it writes db/migrations from db/schema. Applying them is db/migrate.ts.
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/*.ts', out: './db/migrations' });
