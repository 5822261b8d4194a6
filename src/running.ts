import type { Services } from '#lib/server/services.ts';

/**
 * Our one global. SvelteKit bundles our code apart from the http server that hosts it (Vite's in
 * development, src/server.ts in production), so this is where that server finds the terminals,
 * and where a reloaded hooks.server.ts finds what it must close first.
 */
export const running = globalThis as { labwright?: Services };
