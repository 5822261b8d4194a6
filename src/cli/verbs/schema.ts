/** `lab schema`: the format as JSON Schema, on paper or where editors find it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { jsonSchema, SCHEMA_KINDS, type SchemaKind } from '#lib/server/labs/index.ts';
import { fromHere } from '../folders.ts';
import { Complaint, type Verb } from '../verb.ts';

export const schema: Verb = {
	usage: `[${SCHEMA_KINDS.join('|')}] [--write]`,
	about: 'Print the JSON Schema of the format, for editors.',
	details: `  --write  put them all into .schema/ of the labs folder, where the first line of a lab.yaml made
           by \`lab new\` points to`,
	options: { write: { type: 'boolean' } },
	least: 0,
	async run({ words: [kind = 'lab'], options, paper }) {
		if (!SCHEMA_KINDS.includes(kind as SchemaKind))
			throw new Complaint(`There is no schema of ${kind}. There are: ${SCHEMA_KINDS.join(', ')}.`, {
				misused: true
			});
		if (!options.write) paper.say(written(kind as SchemaKind));
		else for (const file of await writeSchemas(readConfig().LABS)) paper.say(fromHere(file));
		return 0;
	}
};

export const schemaPath = (labs: string, kind: SchemaKind) => join(labs, '.schema', `${kind}.schema.json`);

/** Returns the files. */
export async function writeSchemas(labs: string): Promise<string[]> {
	await mkdir(join(labs, '.schema'), { recursive: true });
	for (const kind of SCHEMA_KINDS) await writeFile(schemaPath(labs, kind), `${written(kind)}\n`);
	return SCHEMA_KINDS.map((kind) => schemaPath(labs, kind));
}

const written = (kind: SchemaKind) => JSON.stringify(jsonSchema(kind), null, '\t');
