import { fail } from '@sveltejs/kit';
import type { Over } from '#lib/server/files/index.ts';
import { t } from '#lib/words/index.ts';
import { asked, machineOf, notRunning, type Machine } from './machine.ts';
import { looked } from './look.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Also what the pane beside the terminals shows, for browsers without scripts. */
export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const machine = await machineOf(event, asked(event.url, 'host'));
	const { lab } = event.params;
	if (!machine) return { lab, title: lab, hosts: [], host: '', seen: notRunning() };
	const { hosts, host } = machine;
	return { lab, title: machine.lab.title, hosts, host, seen: await looked(event, machine) };
};

export const actions: Actions = {
	/** Files from the learner's computer into a folder. */
	upload: (event) =>
		onMachine(event, async (machine, form) => {
			const { files } = event.locals;
			const given = form.getAll('file').filter((one) => one instanceof File && one.name !== '') as File[];
			if (given.length === 0) return { refused: t('Choose a file first.') };
			const over: Over = { kind: form.has('replace') ? 'replace' : 'new' };
			for (const file of given) {
				const name = files.fileName(file.name);
				if (name === null)
					return { refused: t('No file can be called “{name}”.', { name: file.name.slice(0, 100) }) };
				const path = `${text(form, 'folder').replace(/\/*$/, '')}/${name}`;
				const bytes = new Uint8Array(await file.arrayBuffer());
				const done = await files.write({ ...machine, path }, bytes, over);
				if ('refused' in done) return done;
			}
			return { done: t('The file is there.|{n} files are there.', { n: given.length }) };
		}),

	/** A text that was edited. */
	save: (event) =>
		onMachine(event, async (machine, form) => {
			const { files } = event.locals;
			const content = files.withEndings(
				text(form, 'content'),
				form.get('endings') === 'crlf' ? 'crlf' : 'lf'
			);
			const version = text(form, 'version');
			const over: Over = form.has('replace')
				? { kind: 'replace' }
				: /^[0-9a-f]{64}$/.test(version)
					? { kind: 'version', version }
					: { kind: 'new' };
			const path = text(form, 'file');
			const saved = await files.write({ ...machine, path }, Buffer.from(content), over);
			return 'refused' in saved ? saved : { done: t('Saved.'), version: saved.version };
		})
};

const text = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

type Done = { refused: string } | { done: string; version?: string };

/** The place is taken before the form is read: what it brings is held in memory. */
async function onMachine(event: RequestEvent, act: (machine: Machine, form: FormData) => Promise<Done>) {
	const machine = await machineOf(event, asked(event.url, 'host'));
	if (!machine) return fail(409, notRunning());
	const leave = event.locals.files.pace.upload(machine.runId);
	if (typeof leave !== 'function') return fail(429, leave);
	try {
		event.locals.runs.touch(machine.runId);
		const done = await act(machine, await event.request.formData());
		return 'refused' in done ? fail(409, done) : done;
	} finally {
		leave();
	}
}
