import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** Tests that need a real Docker engine; everything else runs anywhere. */
const DOCKER = 'src/**/*.docker.test.ts';

export default defineConfig({
	plugins: [sveltekit()],
	server: { watch: { ignored: ['**/data/**', '**/labs/**', '**/containers/**'] } },
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
