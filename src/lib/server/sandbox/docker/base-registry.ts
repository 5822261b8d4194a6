/** A base image from a registry, where one answers. */
import type Docker from 'dockerode';
import { messages } from './image-messages.ts';

/** How long a pull may go on once it has begun. */
const PULL_MINUTES = 10;

/**
 * Pull an image.
 * @param patience milliseconds until the first answer
 * @returns null if the image is here now, else why it is not.
 */
export async function pullFromRegistry(
	docker: Docker,
	reference: string,
	tell: (text: string) => void,
	patience: number
): Promise<string | null> {
	const stop = new AbortController();
	const first = setTimeout(() => stop.abort(), patience);
	const last = setTimeout(() => stop.abort(), PULL_MINUTES * 60_000);
	try {
		const stream: NodeJS.ReadableStream = await docker.pull(reference, { abortSignal: stop.signal });
		for await (const { error, status } of messages(stream)) {
			clearTimeout(first);
			if (error) return error;
			if (status?.startsWith('Pulling from')) tell('a registry answers; downloading it');
		}
		return null;
	} catch (error) {
		return stop.signal.aborted ? 'It did not answer in time.' : (error as Error).message;
	} finally {
		clearTimeout(first);
		clearTimeout(last);
	}
}
