import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drafts as draftRows, users } from '#lib/server/db/index.ts';
import { openEngine } from '#lib/server/sandbox/index.ts';
import { neverFits } from '#lib/server/scenes/index.ts';
import { ZIP_MIB, type Brought } from './index.ts';
import { QUESTION, zipOf, zipOfFiles } from './testing.ts';
import { ada, grace, Ground, olga, withYaml } from './testing-ground.ts';

let ground: Ground;
/** It is asked what it can do, and nothing is started on it. */
const engine = openEngine({ kind: 'memory' });
beforeEach(async () => void (ground = await Ground.open((lab) => neverFits(engine, lab))));
afterEach(() => ground.close());

it('a lab in a zip is a draft of who brought it; operators see it, other instructors and the catalogue do not', async () => {
	const id = await ground.brought();
	expect(await ground.drafts.find(ada, id)).toMatchObject({
		...{
			labId: 'what-is-a-port',
			origin: 'port.zip',
			owner: 'ada',
			problems: [],
			proof: null,
			published: null
		},
		lab: { title: 'What is a port?' }
	});
	expect((await ground.drafts.list(olga)).map(({ id }) => id)).toEqual([id]);
	expect(await ground.drafts.list(grace)).toEqual([]);
	expect(await ground.drafts.find(grace, id)).toBeNull();
	expect(await ground.drafts.find({ id: ada.id, role: 'learner' }, id)).toBeNull();
	expect(ground.drafts.catalogue.lab('what-is-a-port')).toBeNull();
	expect(ground.drafts.catalogue.course('our-labs')).toBeNull();
});

it('before it is published it is met at its address by its owner and by operators, and by nobody else', async () => {
	const id = await ground.brought();
	const drafted = (who: { id: number; role: string }) => ground.drafts.drafted(who, 'what-is-a-port');
	expect(drafted(ada)).toMatchObject({ id, lab: { title: 'What is a port?' } });
	expect(drafted(olga)).toMatchObject({ id });
	expect([drafted(grace), drafted({ id: ada.id, role: 'learner' })]).toEqual([null, null]);
	expect(ground.drafts.drafted(ada, 'another')).toBeNull();
	await ground.bring(withYaml('level: beginner', 'level: simple'), { as: id });
	expect(drafted(ada)).toBeNull();
});

it('the lab may lie at the top of its zip as well as in a folder, with a translation of its own', async () => {
	const files = { ...QUESTION, 'i18n/fr/lab.yaml': 'title: Qu’est-ce qu’un port ?\n' };
	for (const folder of ['', 'a/b/']) {
		const bytes = zipOfFiles(files, folder);
		const { id } = (await ground.drafts.bringZip(ada, { name: 'x.zip', bytes })) as Brought;
		expect(await ground.drafts.find(ada, id)).toMatchObject({ labId: 'what-is-a-port' });
	}
});

it('nobody else can have it proven, published, replaced or deleted', async () => {
	const id = await ground.brought();
	const gone = { refused: 'There is no such draft of yours.' };
	expect(await ground.drafts.prove(grace, id)).toEqual(gone);
	expect(await ground.drafts.publish(grace, id)).toEqual(gone);
	expect(ground.drafts.unpublish(grace, id)).toEqual(gone);
	expect(await ground.drafts.remove(grace, id)).toEqual(gone);
	expect(await ground.drafts.pullAgain(grace, id)).toEqual(gone);
	expect(await ground.drafts.log(grace, id)).toBeNull();
	expect(await ground.bring(QUESTION, { by: grace, as: id })).toEqual(gone);
	expect(await ground.drafts.find(ada, id)).not.toBeNull();
});

it('what must be mended is named with its file and line, and is gone with the version that mends it', async () => {
	const id = await ground.brought(withYaml('level: beginner', 'level: simple'));
	const broken = await ground.drafts.find(ada, id);
	expect(broken?.lab).toBeNull();
	expect(broken?.problems).toMatchObject([
		{ file: 'lab.yaml', line: 5, hides: expect.any(String) as string }
	]);
	expect(await ground.drafts.prove(ada, id)).toMatchObject({
		refused: expect.stringContaining('Mend') as string
	});
	expect(await ground.drafts.publish(ada, id)).toMatchObject({
		refused: expect.stringContaining('mended') as string
	});
	expect(await ground.bring(QUESTION, { as: id })).toEqual({ id, newer: true });
	expect(await ground.drafts.find(ada, id)).toMatchObject({ problems: [], labId: 'what-is-a-port' });
});

it('without a proof of just this content nothing is published', async () => {
	const id = await ground.brought();
	expect(await ground.drafts.publish(ada, id)).toEqual({
		refused: 'It is published once it is proven. Start its proof first.'
	});
	expect(ground.drafts.catalogue.lab('what-is-a-port')).toBeNull();
});

it('a proof card that comes in the zip is not ours, and counts for nothing', async () => {
	const card = JSON.stringify({ format: 'proof/1', lab: 'what-is-a-port', problems: [] });
	const id = await ground.brought({ ...QUESTION, '.proofs/what-is-a-port.json': card });
	expect((await ground.drafts.find(ada, id))?.proof).toBeNull();
	expect(await ground.drafts.publish(ada, id)).toHaveProperty('refused');
});

it('the id of a lab of the platform, or of somebody else’s draft, cannot be taken', async () => {
	expect(await ground.bring(withYaml('id: what-is-a-port', 'id: hello-file'))).toEqual({
		refused: 'The id hello-file belongs to a lab of this platform. Give yours another one in lab.yaml.'
	});
	await ground.brought();
	expect(await ground.bring(QUESTION, { by: grace })).toEqual({
		refused: 'The id what-is-a-port belongs to somebody else’s lab. Give yours another one in lab.yaml.'
	});
	const id = await ground.brought(withYaml('id: what-is-a-port', 'id: another'));
	expect(await ground.bring(QUESTION, { as: id })).toHaveProperty('refused');
	expect(await ground.bring(QUESTION)).toMatchObject({ newer: true });
});

it('a draft uses images that are here and no others, by name', async () => {
	const host = (image: string) => ({
		...QUESTION,
		'lab.yaml': QUESTION['lab.yaml']!.replace('tasks:', `hosts: { box: { image: "${image}" } }\ntasks:`)
	});
	for (const image of ['nowhere', 'images.example/library/debian:13', 'lab/../../etc', 'labwright/linux']) {
		const id = await ground.brought(host(image));
		const found = await ground.drafts.find(ada, id);
		expect(found?.lab).toBeNull();
		expect(found?.problems.at(-1)?.message).toContain(image);
		expect(await ground.drafts.prove(ada, id)).toHaveProperty('refused');
	}
	const id = await ground.brought(host('linux'));
	expect((await ground.drafts.find(ada, id))?.problems).toEqual([]);
});

it('a draft that asks for more than the operator’s machine has, or for walls that it lacks, is not played', async () => {
	const big = (name: string) => `${name}: { image: linux, profile: strict, limits: { memory: 64g } }`;
	const asking = (hosts: string) => withYaml('tasks:', `hosts: { ${hosts} }\ntasks:`);
	const first = await ground.brought(asking([big('one'), big('two')].join(', ')));
	expect(await ground.drafts.prove(ada, first)).toEqual({
		refused: 'It asks for 131072 MiB of memory, and this machine has 65536 MiB.'
	});
	await ground.bring(asking('one: { image: linux, profile: strict, isolation: kata }'), { as: first });
	expect(await ground.drafts.prove(ada, first)).toHaveProperty('refused');
	expect((await ground.drafts.find(ada, first))?.proving).toBeNull();
});

describe('what is refused leaves nothing behind', () => {
	it.each([
		['no zip at all', Buffer.from('hello'), 'not a zip'],
		['one that leads out', zipOf([{ name: '../lab.yaml', content: 'x' }]), 'leads out'],
		['one without a lab', zipOf([{ name: 'a/readme.md', content: 'x' }]), 'no lab.yaml'],
		[
			'one with two labs',
			zipOf(['a', 'b'].map((name) => ({ name: `${name}/lab.yaml`, content: 'x' }))),
			'several labs'
		],
		['one that is too large', Buffer.alloc(ZIP_MIB * 1024 * 1024 + 1), 'larger than the 24 MiB']
	])('%s', async (_what, bytes, because) => {
		const refusal = await ground.drafts.bringZip(ada, { name: 'x.zip', bytes });
		expect(refusal).toEqual({ refused: expect.stringContaining(because) as string });
		expect(await ground.versions()).toEqual([]);
		expect(await ground.drafts.list(olga)).toEqual([]);
	});
});

it('a server that starts again finds drafts as they were, and takes away what nobody has', async () => {
	const id = await ground.brought();
	await mkdir(join(ground.folder, 'half-a-version/incoming'), { recursive: true });
	await ground.again();
	expect(await ground.drafts.find(ada, id)).toMatchObject({ lab: { id: 'what-is-a-port' } });
	expect(await ground.versions()).toHaveLength(1);
});

it('a proof whose server went away is told as interrupted', async () => {
	const id = await ground.brought();
	const [version] = await ground.versions();
	await mkdir(join(ground.folder, version!, '.proofs'));
	await writeFile(join(ground.folder, version!, '.proofs/log'), 'tried: fresh\n');
	await ground.again();
	expect(await ground.drafts.find(ada, id)).toMatchObject({
		ending: 'interrupted',
		proof: null,
		proving: null
	});
	expect(await ground.drafts.publish(ada, id)).toHaveProperty('refused');
});

it('a draft is deleted with its row, and stays with operators when its owner’s account goes', async () => {
	const id = await ground.brought();
	ground.db.delete(users).run();
	expect(await ground.drafts.find(olga, id)).toMatchObject({ owner: null });
	expect(await ground.drafts.remove(olga, id)).toBeNull();
	expect(ground.db.select().from(draftRows).all()).toEqual([]);
});
