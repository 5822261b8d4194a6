/**
 * Limits that the kernel keeps once for the whole machine, so that all sandboxes share them: what one
 * of them uses up, no other has. Each with what it must be and what to do.
 */
import { readFile } from 'node:fs/promises';
import { t, type Phrase } from '#lib/words/index.ts';
import type { Finding } from '../health.ts';

interface Limit {
	name: Phrase;
	/** As sysctl calls it. */
	key: string;
	enough: number;
	wanted: number;
	/** What happens when it is used up. */
	danger: Phrase;
}

const LIMITS = [
	{
		...{ name: 'Watches on files', key: 'fs.inotify.max_user_instances', enough: 1024, wanted: 8192 },
		danger: 'one learner can use them up'
	},
	{
		...{ name: 'Numbers for processes', key: 'kernel.pid_max', enough: 65_536, wanted: 4_194_304 },
		danger: 'some hundred full sandboxes leave none for the machine itself'
	},
	{
		...{ name: 'Terminals', key: 'kernel.pty.max', enough: 4096, wanted: 16_384 },
		danger: 'nobody can open another terminal'
	},
	{
		...{
			name: 'Neighbours on networks',
			key: 'net.ipv4.neigh.default.gc_thresh3',
			enough: 4096,
			wanted: 16_384
		},
		danger: 'hosts of some hundred labs with networks no longer find each other'
	}
] as const satisfies Limit[];

/** Those this machine has. `read`: a file of the kernel's, or a throw. */
export async function sharedLimits(read = (path: string) => readFile(path, 'utf8')): Promise<Finding[]> {
	const found = await Promise.all(
		LIMITS.map(async (limit) => {
			const text = await read(`/proc/sys/${limit.key.replaceAll('.', '/')}`).catch(() => '');
			return text.trim() === '' ? [] : [judged(limit, Number(text))];
		})
	);
	return found.flat();
}

function judged({ name, key, enough, wanted, danger }: (typeof LIMITS)[number], value: number): Finding {
	if (value >= enough) return { name: t(name), state: 'good', text: t('{key} is {value}.', { key, value }) };
	const text = t(
		'{key} is {value}, and all sandboxes share it: {danger}. Set it to {wanted} in /etc/sysctl.d.',
		{ key, value, danger: t(danger), wanted }
	);
	return { name: t(name), state: 'warn', text };
}
