import { posix } from 'node:path';

const IMAGE = /\.(svg|png|webp|jpe?g)$/i;

/**
 * The file below the lab's folder that an image of a page means, or null when it is none that
 * learners may see: pictures beside the guide or below guide/, never anything else of the folder.
 */
export function imagePath(page: string, written: string): string | null {
	if (/^[a-z][a-z0-9+.-]*:|^\/|[\\?#%\0]/i.test(written)) return null;
	const path = posix.normalize(posix.join(posix.dirname(page), written));
	return isGuideImage(path) ? path : null;
}

export const isGuideImage = (path: string) =>
	IMAGE.test(path) &&
	/^(?:guide\/)?[\w.-]+(?:\/[\w.-]+)*$/.test(path) &&
	inPublicFolder(path) &&
	!hasDots(path);

const inPublicFolder = (path: string) => path.startsWith('guide/') || !path.includes('/');
const hasDots = (path: string) => path.split('/').some((part) => part.startsWith('.'));
