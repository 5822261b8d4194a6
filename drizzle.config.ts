import { defineConfig } from 'drizzle-kit';

/** For `npm run db:generate`, which writes a migration from what changed in the schema. */
export default defineConfig({
	dialect: 'sqlite',
	schema: './src/lib/server/db/schema/*.ts',
	out: './src/lib/server/db/migrations'
});
