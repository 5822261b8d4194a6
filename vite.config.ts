import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { running } from './src/running.ts';

/** Tests that need a real Docker engine; everything else runs anywhere. */
const DOCKER = 'src/**/*.docker.test.ts';

/** In development Vite's server hosts us: terminals' upgrades and previews come there, and its own stay its own. */
const terminals: Plugin = {
	name: 'labwright-terminals',
	configureServer({ httpServer, middlewares, config }) {
		middlewares.use((request, response, next) => {
			const previews = running.labwright?.previews;
			if (previews?.owns(request.headers.host)) previews.handle(request, response);
			else next();
		});
		httpServer?.on('upgrade', (request, socket, head) => {
			const previews = running.labwright?.previews;
			if (previews?.owns(request.headers.host)) previews.upgrade(request, socket, head);
			else if (request.url?.startsWith('/terminal/'))
				running.labwright?.terminals.upgrade(request, socket, head);
		});
		httpServer?.once('listening', () => {
			// The pages are compiled when they are first asked for; asking opens the services.
			void fetch(`http://localhost:${config.server.port}/`).then(() => {
				const link = running.labwright?.auth.firstOperatorLink(running.labwright.config.ORIGIN);
				if (link) config.logger.info(`  Become the operator: ${link}`);
			});
		});
	}
};

export default defineConfig({
	plugins: [sveltekit(), terminals],
	server: {
		port: Number(process.env.PORT ?? 3000),
		strictPort: true,
		watch: { ignored: ['**/data/**', '**/labs/**', '**/containers/**'] }
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: [DOCKER],
					environment: 'node'
				}
			},
			{
				extends: true,
				test: {
					name: 'docker',
					include: [DOCKER],
					environment: 'node',
					testTimeout: 60_000,
					hookTimeout: 300_000,
					fileParallelism: false
				}
			}
		]
	}
});
