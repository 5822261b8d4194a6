/** An Instruqt track as its author pulled it: track.yml, config.yml, and a folder for each challenge. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Complaint } from '../verb.ts';

const challengeHead = z.object({
	slug: z.string().default(''),
	type: z.string().default('challenge'),
	title: z.string().default(''),
	teaser: z.string().default(''),
	assignment: z.string().default(''),
	difficulty: z.string().default(''),
	timelimit: z.number().default(0),
	answers: z.array(z.coerce.string()).default([]),
	solution: z.array(z.coerce.number()).default([])
});

const track = z.object({
	title: z.string().min(1),
	teaser: z.string().default(''),
	description: z.string().default(''),
	challenges: z.array(challengeHead).default([])
});

const machine = z.object({
	name: z.string(),
	image: z.string().default(''),
	environment: z.record(z.string(), z.coerce.string()).default({})
});
const config = z
	.looseObject({ containers: z.array(machine).default([]), virtualmachines: z.array(machine).default([]) })
	.default({ containers: [], virtualmachines: [] });

export interface Challenge extends z.output<typeof challengeHead> {
	/** Scripts by name: check-HOST, solve-HOST, setup-HOST, cleanup-HOST. */
	scripts: Map<string, string>;
}

export interface Track extends Omit<z.output<typeof track>, 'challenges'> {
	challenges: Challenge[];
	machines: z.output<typeof machine>[];
	/** Other things the track rents: cloud accounts and the like. */
	others: string[];
	scripts: Map<string, string>;
}

/** @throws Complaint when there is no track in this folder. */
export async function readTrack(folder: string): Promise<Track> {
	const file = join(folder, 'track.yml');
	const text = await readFile(file, 'utf8').catch(() => {
		throw new Complaint(`There is no track.yml in ${folder}: name the folder of one track.`);
	});
	const written = fit(track, yamlIn(text, file), file);
	const place = join(folder, 'config.yml');
	const machines = fit(
		config,
		yamlIn(await readFile(place, 'utf8').catch(() => ''), place) ?? undefined,
		place
	);
	const known = ['version', 'containers', 'virtualmachines'];
	return {
		...written,
		challenges: await readChallenges(folder, written.challenges),
		machines: [...machines.containers, ...machines.virtualmachines],
		others: Object.keys(machines).filter((key) => !known.includes(key)),
		scripts: await scriptsIn(join(folder, 'track_scripts'))
	};
}

/** Those that are listed, as tracks once were written; else a folder each, in the order of their names. */
async function readChallenges(
	folder: string,
	listed: z.output<typeof challengeHead>[]
): Promise<Challenge[]> {
	const challenges: Challenge[] = [];
	for (const head of listed) challenges.push({ ...head, scripts: await scriptsIn(join(folder, head.slug)) });
	if (challenges.length > 0) return challenges;
	for (const name of (await readdir(folder)).sort()) {
		const file = join(folder, name, 'assignment.md');
		const text = await readFile(file, 'utf8').catch(() => null);
		const [, head, body] = /^---\r?\n([^]*?)\r?\n---\r?\n?([^]*)$/.exec(text ?? '') ?? [];
		if (head === undefined) continue;
		const read = fit(challengeHead, yamlIn(head, file), file);
		challenges.push({ ...read, assignment: body ?? '', scripts: await scriptsIn(join(folder, name)) });
	}
	return challenges;
}

async function scriptsIn(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(folder).catch(() => [])).filter((name) =>
		/^(check|solve|setup|cleanup)-/.test(name)
	);
	const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
	return new Map(names.map((name, index) => [name, texts[index]!.replaceAll('\r\n', '\n')]));
}

function yamlIn(text: string, file: string): unknown {
	try {
		return parse(text);
	} catch (error) {
		throw new Complaint(`${file} is no YAML: ${(error as Error).message.split('\n')[0]}`);
	}
}

function fit<T>(shape: z.ZodType<T>, value: unknown, file: string): T {
	const read = shape.safeParse(value);
	if (read.success) return read.data;
	const { path, message } = read.error.issues[0]!;
	throw new Complaint(`${file}: ${path.join('.') || 'the file'} is not as expected (${message}).`);
}
