/** A Killercoda scenario as its author wrote it: index.json beside texts and scripts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Complaint } from '../verb.ts';

const part = z.object({
	title: z.string().optional(),
	text: z.string().optional(),
	verify: z.string().optional(),
	foreground: z.string().optional(),
	background: z.string().optional()
});

const asset = z.object({ file: z.string(), target: z.string(), chmod: z.string().optional() });

const scenario = z.object({
	title: z.string().min(1),
	description: z.string().default(''),
	difficulty: z.string().default(''),
	time: z.coerce.string().default(''),
	details: z.object({
		intro: part.default({}),
		steps: z.array(part).min(1),
		finish: part.default({}),
		assets: z.record(z.string(), z.array(asset)).default({})
	}),
	backend: z.object({ imageid: z.string().default('ubuntu') }).default({ imageid: 'ubuntu' })
});

export type Scenario = z.output<typeof scenario>;
export type Part = z.output<typeof part>;

/** @throws Complaint when there is no scenario in this folder. */
export async function readScenario(folder: string): Promise<Scenario> {
	const text = await readFile(join(folder, 'index.json'), 'utf8').catch(() => {
		throw new Complaint(`There is no index.json in ${folder}: name the folder of one scenario.`);
	});
	const read = scenario.safeParse(parsed(text));
	if (read.success) return read.data;
	const { path, message } = read.error.issues[0]!;
	throw new Complaint(
		`${join(folder, 'index.json')}: ${path.join('.') || 'the file'} is not as expected (${message}).`
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
