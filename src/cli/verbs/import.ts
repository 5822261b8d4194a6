/** `lab import`: what was written for another platform becomes a lab, with a list of what did not come along. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fromHere } from '../folders.ts';
import { slug, type Imported } from '../imports/imported.ts';
import { importInstruqt } from '../imports/instruqt.ts';
import { importKillercoda } from '../imports/killercoda.ts';
import { addToCourse } from '../course.ts';
import { Complaint, type Verb } from '../verb.ts';

const FORMATS: Record<string, (folder: string, id: string) => Promise<Imported>> = {
	killercoda: importKillercoda,
	instruqt: importInstruqt
};

export const bring: Verb = {
	usage: 'killercoda|instruqt PATH [--in labs/COURSE/MODULE] [--name NAME]',
	about: 'Make a lab of a scenario written for another platform.',
	details: `PATH is the folder with a Killercoda scenario's index.json, or with an Instruqt track's track.yml.
Steps that are verified become tasks, and what could not be carried is listed.

  --in FOLDER  the module it belongs to; it is added to the list in course.yaml
  --name NAME  the lab's id; the folder's name unless said`,
	options: { in: { type: 'string', default: '.' }, name: { type: 'string' } },
	least: 2,
	async run({ words: [format = '', path = ''], options, paper }) {
		const read = FORMATS[format];
		if (!read)
			throw new Complaint(`Nothing is known of ${format}. There is: ${Object.keys(FORMATS).join(', ')}.`, {
				misused: true
			});
		const id = typeof options.name === 'string' ? options.name : slug(basename(resolve(path))) || 'imported';
		const folder = resolve(String(options.in), id);
		const { files, lost } = await read(path, id);
		if (existsSync(folder)) throw new Complaint(`${fromHere(folder)} is there already: choose a --name.`);
		for (const [name, content] of files) {
			await mkdir(dirname(join(folder, name)), { recursive: true });
			await writeFile(join(folder, name), content);
		}
		await addToCourse(folder);
		paper.say(paper.paint('green', `${fromHere(folder)} is there.`));
		for (const what of lost) paper.say(`${paper.paint('yellow', 'not carried')}  ${what}`);
		paper.say(`Next: npm run lab -- test ${fromHere(folder)}`);
		return 0;
	}
};
