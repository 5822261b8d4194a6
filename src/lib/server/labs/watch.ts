import { statSync, watch, type FSWatcher } from 'node:fs';

/** Editors write a file in several steps; wait until they are through. */
const QUIET_MILLISECONDS = 200;
/** How soon it is noticed that the folder itself has come, gone or been replaced. */
const ROUND_MILLISECONDS = 2000;

/**
 * Call `changed` shortly after anything below the folder has changed, until the returned function
 * is called. The folder may be missing now and come later.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
	let watcher: FSWatcher | null = null;
	let watched = inodeOf(folder);
	let quiet: NodeJS.Timeout | undefined;

	const notice = () => {
		clearTimeout(quiet);
		quiet = setTimeout(changed, QUIET_MILLISECONDS);
		quiet.unref();
	};
	const open = () => {
		watcher?.close();
		// Node says nothing of a folder that is not there: it must be asked for first.
		watcher = watched === null ? null : watchOrNull(folder, notice);
		if (!watcher) watched = null;
		watcher?.on('error', () => (watched = null));
	};
	const round = setInterval(() => {
		const now = inodeOf(folder);
		if (now === watched) return;
		watched = now;
		open();
		notice();
	}, ROUND_MILLISECONDS);
	round.unref();

	open();
	return () => {
		clearInterval(round);
		clearTimeout(quiet);
		watcher?.close();
	};
}

/** Null where the system has no watch left to give: every round then reads again. */
function watchOrNull(folder: string, notice: () => void): FSWatcher | null {
	try {
		return watch(folder, { recursive: true, persistent: false }, notice);
	} catch {
		return null;
	}
}

function inodeOf(folder: string): number | null {
	try {
		return statSync(folder).ino;
	} catch {
		return null;
	}
}
