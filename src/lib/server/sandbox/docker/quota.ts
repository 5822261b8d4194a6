/**
 * Whether the storage driver bounds what a host writes. overlay2 does on XFS with project quotas, btrfs and ZFS
 * do by themselves, most do not; and what a daemon accepts it does not always keep. So somebody is sent ahead
 * who writes more than they were given.
 */
import { runErrand, type Errand } from './errand.ts';
import { MiB } from './profile.ts';

/** What is known of it. `reason` says why there is none, in the daemon's words or ours. */
export type Quota = { kept: true; driver: string } | { kept: false; driver: string; reason: string };

/** Where to send them: on the toolbox's own image. */
export type QuotaSite = Pick<Errand, 'docker' | 'instance' | 'image' | 'volume'>;

/** What they are given, and what they try to write. */
const GIVEN_MIB = 24;
const TRIED_MIB = 96;

/**
 * Overlays count what is written above the image, to the byte. Others count the image, too, by more than the sum
 * of its files; and btrfs stops counting, without a word, when other hosts are removed (kernel 6.18).
 */
export const isExact = (driver: string): boolean => driver.startsWith('overlay');

/** The disk to ask for, in Docker's words. Where the image counts, it has half as much again as its files. */
export function diskOption(driver: string, imageBytes: number, diskMiB: number): { size: string } {
	const image = isExact(driver) ? 0 : Math.ceil((imageBytes * 1.5) / MiB);
	return { size: `${image + diskMiB}m` };
}

/** Found once, and kept for as long as the engine is ours. Never throws: what could not be found out is asked again. */
export function quotaOf(site: () => Promise<QuotaSite>): () => Promise<Quota> {
	let asked: Promise<Quota> | null = null;
	return () =>
		(asked ??= site()
			.then(sendAhead)
			.catch((error: Error) => {
				asked = null;
				return { kept: false, driver: 'unknown', reason: error.message };
			}));
}

async function sendAhead(site: QuotaSite): Promise<Quota> {
	const { Driver: driver } = (await site.docker.info()) as { Driver: string };
	try {
		const written = await write(site, driver);
		// A machine whose own disk is full bounds everybody, and says nothing about the driver.
		if (written < GIVEN_MIB / 2) throw new Error('this machine has hardly any room');
		if (written < TRIED_MIB) return { kept: true, driver };
		return { kept: false, driver, reason: 'it takes a bound, and lets hosts write past it' };
	} catch (error) {
		const { statusCode, message } = error as Error & { statusCode?: number };
		// A refusal is an answer; silence says nothing about the driver.
		if (statusCode === undefined) throw error;
		return { kept: false, driver, reason: message };
	}
}

/** Random, because some file systems keep zeros for nothing. */
const FLIGHT = `head -c ${TRIED_MIB}m /dev/urandom >/ahead; sync; stat -c %s /ahead`;

/** How many MiB somebody could write who was given fewer. */
async function write(site: QuotaSite, driver: string) {
	const { Size } = await site.docker.getImage(site.image).inspect();
	const storage = diskOption(driver, Size, GIVEN_MIB);
	const said = await runErrand({ ...site, script: FLIGHT, diskMiB: TRIED_MIB, storage });
	if (!/^\d+\s*$/.test(said))
		throw new Error(`It did not say how much it could write: ${said.slice(0, 200)}`);
	return Number(said) / MiB;
}
