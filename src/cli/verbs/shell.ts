/** `lab shell`: the learner's terminal, in the author's. */
import type { Shell } from '#lib/server/sandbox/index.ts';
import { Complaint, type Verb } from '../verb.ts';
import { atWorkbench } from '../workbench.ts';
import { visibleValues } from '#lib/server/labs/index.ts';

/** Ctrl-], as in telnet: it leaves, and the shell goes on. */
const LEAVE = 0x1d;

export const shell: Verb = {
	usage: 'DIR [HOST]',
	about: 'Open a terminal on a host, as the learner has it. Ctrl-] leaves it running.',
	options: {},
	least: 1,
	run: ({ words: [folder = '', named], paper }) =>
		atWorkbench(folder, async ({ lab, stage: find }) => {
			const { sandbox, values } = await find();
			const host = named ?? lab.hosts.find(({ hidden }) => !hidden)?.name ?? lab.hosts[0]!.name;
			if (!sandbox!.hosts.includes(host))
				throw new Complaint(
					`There is no host ${host} in ${lab.id}. There are: ${sandbox!.hosts.join(', ')}.`
				);
			const size = { cols: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
			const env = visibleValues(lab, values);
			const left = await join(await sandbox!.shell(host, { id: 'author', ...size, env }));
			paper.say(left ? `\nThe shell on ${host} goes on; \`lab shell\` joins it again.` : '');
			return 0;
		})
};

/** Join the author's terminal and a shell until either ends. Returns whether the author left. */
async function join(shell: Shell): Promise<boolean> {
	const { stdin, stdout } = process;
	let left = false;
	const leave = () => {
		left = true;
		shell.leave();
	};
	const typed = (bytes: Buffer) => {
		const end = bytes.indexOf(LEAVE);
		if (end !== 0) shell.write(end < 0 ? bytes : bytes.subarray(0, end));
		if (end >= 0) leave();
	};
	const resized = () => shell.resize({ cols: stdout.columns, rows: stdout.rows });
	stdin.setRawMode?.(true);
	stdin.on('data', typed);
	stdout.on('resize', resized);
	try {
		for await (const bytes of shell.output) {
			if (left) break;
			if (!stdout.write(bytes)) await new Promise((resolve) => stdout.once('drain', resolve));
		}
	} finally {
		stdin.off('data', typed).pause();
		stdin.setRawMode?.(false);
		stdout.off('resize', resized);
	}
	return left;
}
