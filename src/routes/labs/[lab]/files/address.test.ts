import { expect, test } from 'vitest';
import { actionOf, contentOf, folderOf, pageOf, pieces, sizeInWords, within } from './address.ts';

test('a name with signs of its own stays one name in an address', () => {
	const name = 'a&host=other ?#%2f+ü';
	for (const address of [pageOf('l', 'box', { file: `/${name}` }), contentOf('l', 'box', `/${name}`)]) {
		const { searchParams, hash } = new URL(address, 'http://x');
		expect([searchParams.getAll('host'), searchParams.get('file'), hash]).toEqual([['box'], `/${name}`, '']);
	}
	expect(actionOf('l', 'box', 'save')).toBe('/labs/l/files?/save&host=box');
});

test('a path is cut into folders that can be gone to', () => {
	expect(pieces('/etc/nginx')).toEqual([
		{ name: '/', path: '/' },
		{ name: 'etc', path: '/etc' },
		{ name: 'nginx', path: '/etc/nginx' }
	]);
	expect([within('/', 'a'), within('/b', 'a'), folderOf('/a'), folderOf('/b/a')]).toEqual([
		'/a',
		'/b/a',
		'/',
		'/b'
	]);
	expect([12, 2048, 300_000, 5 << 20].map(sizeInWords)).toEqual(['12 B', '2.0 KiB', '293 KiB', '5.0 MiB']);
});
