import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { notepad } from '../paper.ts';
import { importKillercoda } from './killercoda.ts';
import { convertText } from './text.ts';

const SCENARIO = 'tests/scenarios/rotate-a-key';
const folder = await mkdtemp(join(tmpdir(), 'import-'));
afterAll(() => rm(folder, { recursive: true }));

describe('a text', () => {
	const converted = (source: string, foldable = true) => convertText(source, { foldable });

	it('keeps code that runs on a click, as code that runs on a click', () => {
		const { text, commands, guided } = converted('`id`{{exec}}\n\n```plain\npwd\nls\n```{{execute HOST1}}');
		expect(text).toBe('```sh run\nid\n```\n\n```sh run\npwd\nls\n```');
		expect(commands).toEqual(['id', 'pwd\nls']);
		expect(guided).toBe(true);
	});

	it('knows a command in a sentence, and code to copy', () => {
		const { text, commands } = converted('Say `id`{{exec}} now.\n```ini\na=b\n```{{copy}}\n```\nx\n```');
		expect(text).toBe('Say `id` now.\n```ini copy\na=b\n```\n```text\nx\n```');
		expect(commands).toEqual(['id']);
	});

	it('puts what stands under a heading “Solution”, or in a fold, into a solution', () => {
		expect(converted('Do it.\n### Solution\n`id`{{exec}}')).toMatchObject({
			text: 'Do it.\n:::solution\n\n```sh run\nid\n```\n:::',
			guided: false
		});
		const fold = converted('Do it.\n<details><summary>How</summary>\n`id`{{exec}}\n</details>\nDone.');
		expect(fold.text).toBe('Do it.\n:::solution\nHow\n```sh run\nid\n```\n\n:::\n\nDone.');
	});

	it('loses HTML, pictures and what only Killercoda fills in, and says so', () => {
		const { text, lost } = converted(
			'<video src="a"></video>\n![A key](a.png) on {{TRAFFIC_HOST1_80}}, `<b>`',
			false
		);
		expect(text).toBe('A key on TRAFFIC_HOST1_80, `<b>`');
		expect(lost).toEqual(
			[
				'TRAFFIC_HOST1_80 is put into the text by Killercoda alone: write what is meant.',
				'The picture a.png: put it beside guide.md and show it with ::img.',
				'HTML in the text: <video>.'
			].sort((a, b) => lost.indexOf(a) - lost.indexOf(b))
		);
	});
});

describe('a scenario', () => {
	it('becomes a sound lab, with a list of what did not come along', async () => {
		const paper = notepad();
		await main(['import', 'killercoda', SCENARIO, '--in', folder], paper);
		const said = paper.said.join('\n');
		for (const what of [
			'In the introduction: TRAFFIC_HOST1_80',
			'The picture ./assets/key.png',
			'The file not-there.txt for host01',
			'step2/later.sh runs when a later step opens'
		])
			expect(said).toContain(what);
		expect(paper.said.filter((line) => line.startsWith('not carried'))).toHaveLength(4);

		const validated = notepad();
		await main(['validate', join(folder, 'rotate-a-key')], validated);
		expect(validated.said).toEqual(['labs: 1 sound, 0 errors, 0 warnings']);
		expect(await readFile(join(folder, 'rotate-a-key/lab.yaml'), 'utf8')).toContain(
			'level: intermediate\nminutes: 20'
		);
	});

	it('keeps its steps as tasks, its checks, its files and its solution', async () => {
		const { files } = await importKillercoda(SCENARIO, 'keys');
		expect([...files.keys()].sort()).toEqual(
			['checks/step-2.sh', 'checks/step-3.sh', 'files/mint', 'guide.md', 'lab.yaml'].concat([
				'setup/scene-1.sh',
				'solve/step-2.sh',
				'solve/step-3.sh'
			])
		);
		expect(files.get('solve/step-3.sh')).toBe(
			'set +e +u\nexport HOME=/root\ncd\ninstall -d -m 700 /srv/keys/new\ncd /srv/keys/new\nmint key1\n'
		);
		expect(files.get('lab.yaml')).toContain('to: /usr/local/bin/mint\n        mode: "0755"');
	});

	it('that is none is refused in a sentence', async () => {
		const paper = notepad();
		expect(await main(['import', 'killercoda', 'tests'], paper)).toBe(1);
		expect(paper.complaints[0]).toContain('There is no index.json in tests');
	});
});
