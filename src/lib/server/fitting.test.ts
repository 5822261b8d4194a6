import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Fitting } from './fitting.ts';
import { openLabs, type Labs } from './labs/index.ts';
import { openEngine, type SandboxEngine } from './sandbox/index.ts';

/** The engine in memory has no kernels of its own to give, and 64 GiB of memory. */
const GREEDY = 'requires: { memory: 900g }';
const KATA = 'requires: { runtime: kata }';
const learner = { role: 'learner' };
const author = { role: 'instructor' };

let folder: string;
let labs: Labs;
let engine: SandboxEngine;
let fitting: Fitting;

const write = (path: string, text: string) => {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), text);
};
const lab = (place: string, id: string, more = '') => {
	const host = 'hosts: { box: { image: linux } }';
	const task =
		'tasks: [{ id: mark, title: Mark, hints: [Look.], checks: [{ id: there, title: There, host: box, run: test -e /mark }] }]';
	write(
		`${place}/${id}/lab.yaml`,
		`apiVersion: lab/v1\nid: ${id}\ntitle: Lab ${id}\nsummary: About ${id}.\nlevel: beginner\nminutes: 5\noutcomes: [Mark]\n${more}\n${host}\n${task}\n`
	);
	write(`${place}/${id}/guide.md`, `# Lab ${id}\n\n:::task{#mark}\nMark it.\n:::\n`);
};
const course = (id: string, ...ids: string[]) =>
	write(
		`${id}/course.yaml`,
		`title: ${id}\nsummary: About ${id}.\nlevel: beginner\nmodules: [{ id: all, title: All, labs: [${ids.join(', ')}] }]\n`
	);

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-fitting-'));
	course('mixed', 'plain', 'huge');
	lab('mixed/all', 'plain');
	lab('mixed/all', 'huge', GREEDY);
	course('apart', 'walled');
	lab('apart/all', 'walled', KATA);
	labs = await openLabs(folder);
	engine = openEngine({ kind: 'memory' });
	fitting = new Fitting({ labs, engine, log: pino({ level: 'silent' }) });
	await fitting.open();
});
afterEach(async () => {
	await fitting.close();
	labs.close();
	await engine.close();
	rmSync(folder, { recursive: true });
});

it('a learner meets no lab that this machine can never run, nor a course of nothing else', () => {
	const seen = fitting.labsFor(learner);
	expect(seen.all().map(({ id }) => id)).toEqual(['plain']);
	expect([seen.lab('huge'), seen.lab('walled')]).toEqual([null, null]);
	expect(seen.courses().map(({ id }) => id)).toEqual(['mixed']);
	expect(seen.course('mixed')?.modules[0]?.labs.map(({ id }) => id)).toEqual(['plain']);
	expect(seen.course('apart')).toBeNull();
	expect(fitting.labsFor(null).all().length).toBe(1);
});

it('who writes labs sees all of them, with the reason', () => {
	const ids = fitting
		.labsFor(author)
		.all()
		.map(({ id }) => id);
	expect(ids.toSorted()).toEqual(['huge', 'plain', 'walled']);
	expect(fitting.lacks('plain')).toEqual([]);
	expect(fitting.lacks('huge')).toEqual([
		expect.stringMatching(/asks for \d+ MiB of memory, and this machine has/)
	]);
	expect(fitting.lacks('walled').length).toBe(1);
});

it('a lab is there again as soon as it asks for what there is', async () => {
	lab('mixed/all', 'huge', 'requires: { memory: 1g }');
	await expect.poll(() => fitting.labsFor(learner).lab('huge'), { timeout: 30_000 }).not.toBeNull();
});

it('an engine that does not answer hides nothing', async () => {
	const away = {
		abilities: () => Promise.reject(new Error('away')),
		machine: () => Promise.reject(new Error('away'))
	};
	const blind = new Fitting({ labs, engine: away, log: pino({ level: 'silent' }) });
	await blind.look();
	expect(blind.labsFor(learner).all().length).toBe(3);
});
