import { expect, test } from 'vitest';
import { imageFolders, withTable } from './image-table.ts';

const marks = ['<!-- measured by "npm run images:measure" -->', '<!-- end of what was measured -->'];
const linux = { name: 'linux', standsOn: 'base', bytes: 213e6, ownBytes: 132.4e6, seconds: 41.6 };

test('a new table takes the place of the old one, and the page around it stays', async () => {
	const page = `# Images\n\nBefore.\n\n${marks[0]}\n\nold\n\n${marks[1]}\n\nAfter.\n`;
	const once = await withTable(page, [linux]);
	expect(once).toMatch(/\| `linux` +\| `base` +\| +213 MB \| +132 MB \| +42 s \|/);
	expect(once).toContain('Before.');
	expect(once).toContain('After.');
	expect(once).not.toContain('old');
	expect(await withTable(once, [linux])).toBe(once);
});

test('a page without its marks is left alone, with what is missing', async () => {
	await expect(withTable('# Images\n', [linux])).rejects.toThrow('lacks the lines');
});

test('every folder of an image is one', async () => {
	expect(await imageFolders('containers')).toEqual(expect.arrayContaining(['base', 'linux', 'toolbox']));
});
