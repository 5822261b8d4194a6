import { watch, type FSWatcher } from 'node:fs';

/** Editors write a file in several steps; wait until they are through. */
const QUIET_MILLISECONDS = 200;
/** How soon a folder that is not there, or went away, is looked for again. */
const RETRY_MILLISECONDS = 2000;

/**
 * Call `changed` shortly after anything below the folder has changed, until the returned function
 * is called. The folder may be missing now and come later.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
	let watcher: FSWatcher | null = null;
	let quiet: NodeJS.Timeout | undefined;
	let retry: NodeJS.Timeout | undefined;
	let closed = false;

	const notice = () => {
		clearTimeout(quiet);
		quiet = setTimeout(changed, QUIET_MILLISECONDS);
		quiet.unref();
	};
	const lost = () => {
		watcher?.close();
		watcher = null;
		if (closed) return;
		clearTimeout(retry);
		retry = setTimeout(() => open(notice), RETRY_MILLISECONDS);
		retry.unref();
	};
	const open = (opened?: () => void) => {
		if (closed) return;
		try {
			watcher = watch(folder, { recursive: true, persistent: false }, notice).on('error', lost);
			opened?.();
		} catch {
			lost();
		}
	};

	open();
	return () => {
		closed = true;
		clearTimeout(quiet);
		clearTimeout(retry);
		watcher?.close();
	};
}
