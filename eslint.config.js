import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'scripts/node/node_modules/',
			'.svelte-kit/',
			'build/',
			'containers/', // programs of images, which stand on what is in them
			'labs/', // programs of labs, likewise
			'data/',
			'test-results/',
			'playwright-report/',
			'.dependency-cruiser.cjs',
			'src/lib/server/db/migrations/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		}
	},
	{
		files: ['src/**/*.ts', 'tests/**/*.ts', 'scripts/**/*.ts'],
		rules: {
			'@typescript-eslint/no-floating-promises': [
				'error',
				{ allowForKnownSafeCalls: ['test', 'it', 'describe'] }
			],
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			]
		}
	},
	{
		rules: {
			'no-undef': 'off', // TypeScript knows better
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'max-lines': ['error', 300],
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			complexity: ['error', 10],
			'max-params': ['error', 4],
			'no-console': 'error',
			'svelte/no-navigation-without-resolve': 'off', // the platform is served from the root of its origin
			'svelte/require-each-key': 'error'
		}
	},
	{ files: ['**/*.svelte'], rules: { 'max-lines-per-function': 'off', 'prefer-const': 'off' } },
	{
		files: ['**/*.test.ts', 'tests/**', 'src/**/contract.ts'],
		rules: { 'max-lines-per-function': 'off', 'max-params': 'off' }
	},
	{
		files: ['scripts/**', 'src/server.ts', 'src/cli/**', '*.config.*', 'tests/**'],
		rules: { 'no-console': 'off' }
	}
);
