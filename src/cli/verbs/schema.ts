/** `lab schema`: the format as JSON Schema, on paper or where editors find it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { jsonSchema } from '#lib/server/labs/index.ts';
import { fromHere } from '../folders.ts';
import { Complaint, type Verb } from '../verb.ts';

const KINDS = ['lab', 'course', 'track'] as const;
type Kind = (typeof KINDS)[number];

export const schema: Verb = {
	usage: '[lab|course|track] [--write]',
	about: 'Print the JSON Schema of the format, for editors.',
	details: `  --write  put all three into .schema/ of the labs folder, where the first line of a lab.yaml made
           by \`lab new\` points to`,
	options: { write: { type: 'boolean' } },
	least: 0,
	async run({ words: [kind = 'lab'], options, paper }) {
		if (!KINDS.includes(kind as Kind))
			throw new Complaint(`There is no schema of ${kind}. There are: ${KINDS.join(', ')}.`, {
				misused: true
			});
		if (!options.write) paper.say(written(kind as Kind));
		else for (const file of await writeSchemas(readConfig().LABS)) paper.say(fromHere(file));
		return 0;
	}
};

export const schemaPath = (labs: string, kind: Kind) => join(labs, '.schema', `${kind}.schema.json`);

/** Returns the files. */
export async function writeSchemas(labs: string): Promise<string[]> {
	await mkdir(join(labs, '.schema'), { recursive: true });
	for (const kind of KINDS) await writeFile(schemaPath(labs, kind), `${written(kind)}\n`);
	return KINDS.map((kind) => schemaPath(labs, kind));
}

const written = (kind: Kind) => JSON.stringify(jsonSchema(kind), null, '\t');
