/** `lab new`: a folder that already passes `lab test`, and its place in the course. */
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { addToCourse } from '../course.ts';
import { fromHere, labsFolderOf } from '../folders.ts';
import { Complaint, type Verb } from '../verb.ts';
import { schemaPath, writeSchemas } from './schema.ts';

const TEMPLATES = join(import.meta.dirname, '../templates');
const ID = /^[a-z][a-z0-9-]{0,39}$/;

export const create: Verb = {
	usage: 'NAME [--from linux|multihost|theory] [--in labs/COURSE/MODULE]',
	about: 'Begin a lab: a folder that already passes `test`.',
	details: `  --from linux   one machine, two tasks, a solution and a wrong one (the default)
  --from multihost  two machines and a grader, a fault and what mends it
  --from theory  a page to read, with a question
  --in FOLDER    the module it belongs to; it is added to the list in course.yaml`,
	options: { from: { type: 'string', default: 'linux' }, in: { type: 'string', default: '.' } },
	least: 1,
	async run({ words: [name = ''], options, paper }) {
		const folder = resolve(String(options.in), name);
		await copyTemplate(String(options.from), name, folder);
		await pointToSchema(folder);
		const listed = await addToCourse(folder);
		paper.say(paper.paint('green', `${fromHere(folder)} is there.`));
		paper.say(
			listed
				? `It is in the list of ${fromHere(listed)}.`
				: 'It is in no course yet: add its name to the `labs:` of a module in course.yaml.'
		);
		paper.say(`Change guide.md and lab.yaml, then: npm run lab -- test ${fromHere(folder)}`);
		return 0;
	}
};

async function copyTemplate(from: string, name: string, folder: string) {
	const known = await readdir(TEMPLATES);
	if (!known.includes(from))
		throw new Complaint(`There is no template ${from}. There are: ${known.join(', ')}.`, { misused: true });
	if (!ID.test(name))
		throw new Complaint(
			`${name} cannot be the id of a lab: take up to 40 small letters, digits and hyphens, a letter first.`,
			{ misused: true }
		);
	if (existsSync(folder)) throw new Complaint(`${fromHere(folder)} is there already.`);
	await cp(join(TEMPLATES, from), folder, { recursive: true });
	const title = `${name[0]!.toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
	await edit(join(folder, 'lab.yaml'), (text) =>
		text.replace(/^id: .*$/m, `id: ${name}`).replace(/^title: .*$/m, `title: ${title}`)
	);
	await edit(join(folder, 'guide.md'), (text) => text.replace(/^# .*$/m, `# ${title}`));
}

/** Editors that know the YAML language server complete keys and explain mistakes. */
async function pointToSchema(folder: string) {
	const root = labsFolderOf(folder);
	if (!root) return;
	if (!existsSync(schemaPath(root, 'lab'))) await writeSchemas(root);
	const schema = relative(folder, schemaPath(root, 'lab'));
	await edit(join(folder, 'lab.yaml'), (text) => `# yaml-language-server: $schema=${schema}\n${text}`);
}

const edit = async (file: string, change: (text: string) => string) =>
	writeFile(file, change(await readFile(file, 'utf8')));
