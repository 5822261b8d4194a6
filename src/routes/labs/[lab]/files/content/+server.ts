import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { asked, machineOf, notRunning } from '../machine.ts';
import type { RequestHandler } from './$types';

/** A file as it is. What a learner's machine holds is never shown as a page of ours: it is downloaded. */
export const GET: RequestHandler = async (event) => {
	const { files, user } = event.locals;
	if (!user) error(401, t('Sign in first.'));
	const machine = await machineOf(event, asked(event.url, 'host'));
	if (!machine) error(409, notRunning().refused);
	const leave = files.pace.enter(machine.runId);
	if (typeof leave !== 'function') error(429, leave.refused);
	const path = asked(event.url, 'file');
	const pieces = await files
		.fetchFile({ sandbox: machine.sandbox, host: machine.host, path })
		.catch((problem: unknown) => {
			leave();
			throw problem;
		});
	if ('refused' in pieces) {
		leave();
		error(409, pieces.refused);
	}
	return new Response(streamOf(pieces, leave), {
		headers: {
			'content-type': 'application/octet-stream',
			'content-disposition': `attachment; filename*=UTF-8''${named(path.split('/').at(-1) ?? 'file')}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-store'
		}
	});
};

/** Pieces as a stream, telling when it has ended, whichever way. */
const streamOf = (pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>, leave: () => void) =>
	new ReadableStream<Uint8Array<ArrayBuffer>>({
		async pull(controller) {
			try {
				const { done, value } = await pieces.next();
				if (value) controller.enqueue(value);
				if (!done) return;
				leave();
				controller.close();
			} catch (problem) {
				leave();
				controller.error(problem);
			}
		},
		async cancel() {
			leave();
			await pieces.return(undefined);
		}
	});

/** RFC 8187 allows less than encodeURIComponent leaves. */
const named = (name: string) =>
	encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
