import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { notepad } from '../paper.ts';
import { importInstruqt } from './instruqt.ts';

const TRACK = 'tests/scenarios/name-server';
const folder = await mkdtemp(join(tmpdir(), 'import-'));
afterAll(() => rm(folder, { recursive: true }));

describe('a track', () => {
	it('becomes a sound lab, with a list of what did not come along', async () => {
		const paper = notepad();
		expect(await main(['import', 'instruqt', TRACK, '--in', folder], paper)).toBe(0);
		const lost = paper.said.filter((line) => line.startsWith('not carried'));
		expect(lost.map((line) => line.replace(/^not carried {2}/, ''))).toEqual([
			'config.yml asks for gcp_projects: a lab has hosts only.',
			'look-again/setup-client runs when that challenge opens: a lab sets its whole scene at the start.',
			'The image debian:12 of client: the lab has `linux`, choose what fits.',
			'The image debian:12 of server_1: the lab has `linux`, choose what fits.'
		]);
		const validated = notepad();
		await main(['validate', join(folder, 'name-server')], validated);
		expect(validated.said).toEqual(['labs: 1 sound, 0 errors, 0 warnings']);
	});

	it('keeps challenges as tasks, quizzes, and the words of its checks', async () => {
		const { files } = await importInstruqt(TRACK, 'names');
		expect([...files.keys()].sort()).toEqual([
			...[
				'checks/look-again.client.sh',
				'checks/write-it-down.client.sh',
				'checks/write-it-down.server-1.sh'
			],
			...['guide.md', 'lab.yaml', 'quiz/recall.yaml', 'setup/client-1.sh', 'solve/look-again.client.sh'],
			...['solve/write-it-down.client.sh', 'solve/write-it-down.server-1.sh']
		]);
		const guide = String(files.get('guide.md'));
		expect(guide).toContain('```sh run\nmkdir -p /srv/names\n```');
		expect(guide).toContain('::quiz{check=answers}');
		expect(guide).not.toContain('button');
		expect(String(files.get('lab.yaml'))).toMatch(/level: intermediate\nminutes: 20\n/);
		expect(String(files.get('lab.yaml')).match(/guided: true/g)).toHaveLength(1);
	});

	it('that is none is refused in a sentence', async () => {
		const paper = notepad();
		expect(await main(['import', 'instruqt', 'tests'], paper)).toBe(1);
		expect(paper.complaints[0]).toContain('There is no track.yml in tests');
		expect(await main(['import', 'katas', 'tests'], paper)).toBe(2);
		expect(paper.complaints[1]).toBe('Nothing is known of katas. There is: killercoda, instruqt.');
	});
});
