import { expect, test } from 'vitest';
import { languageOf, loadLanguage } from './languages.ts';

test('the language of a file is told by its name, and of one without an ending by its first line', () => {
	expect(
		[
			'/etc/nginx/nginx.conf',
			'/a/b.yml',
			'/x.py',
			'/x.json',
			'/README.md',
			'/etc/sv/web/run',
			'/home/l/.bashrc',
			'/etc/hosts'
		].map((path) => languageOf(path, ''))
	).toEqual(['ini', 'yaml', 'python', 'json', 'markdown', 'shell', 'shell', 'text']);
	expect(languageOf('/srv/job', '#!/usr/bin/env python3\n')).toBe('python');
	expect(languageOf('/srv/job', '#!/bin/sh -e\n')).toBe('shell');
	expect(languageOf('/srv/job', 'a #!/bin/sh\n')).toBe('text');
});

test('every language can be loaded', async () => {
	for (const language of ['shell', 'yaml', 'python', 'json', 'markdown', 'ini', 'text'] as const)
		expect(await loadLanguage(language)).toBeTruthy();
});
