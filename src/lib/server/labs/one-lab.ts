/**
 * One lab's folder as a catalogue of its own, read again whenever a file changes: for who writes
 * it. While it is broken, the last version that was sound stays.
 */
import { EventEmitter } from 'node:events';
import { join, relative, resolve } from 'node:path';
import type { Labs } from './index.ts';
import type { Lab, Problem } from './lab.ts';
import { loadLab } from './load-lab.ts';
import { watchFolder } from './watch.ts';

/** Files of its problems are named below the lab's folder. @throws when there is no such folder. */
export async function openLab(path: string): Promise<Labs> {
	const folder = resolve(path);
	const told = new EventEmitter().setMaxListeners(0);
	let { lab, problems } = await readNamed(folder);
	let reading = Promise.resolve();

	const again = async () => {
		const read = await readNamed(folder);
		[lab, problems] = [read.lab ?? lab, read.problems];
		told.emit('change');
	};
	const stop = watchFolder(folder, () => {
		reading = reading.then(again).catch((error: Error) => process.emitWarning(error));
	});
	const all = () => (lab ? [lab] : []);
	return {
		...{ courses: () => [], course: () => null, tracks: () => [], track: () => null },
		all,
		lab: (id) => all().find((lab) => lab.id === id) ?? null,
		problems: () => problems,
		onChange(listener) {
			told.on('change', listener);
			return () => void told.off('change', listener);
		},
		close() {
			stop();
			told.removeAllListeners();
		}
	};
}

async function readNamed(folder: string): Promise<{ lab: Lab | null; problems: Problem[] }> {
	const { lab, problems } = await loadLab(folder);
	const above = resolve(folder, '../../..');
	const named = (file: string) => relative(folder, join(above, file)) || '.';
	return { lab, problems: problems.map((problem) => ({ ...problem, file: named(problem.file) })) };
}
