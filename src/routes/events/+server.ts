import type { RequestHandler } from './$types';

/** Proxies and browsers give up on a stream that says nothing. */
const HEARTBEAT_MILLISECONDS = 25_000;

/** Server-sent events: that something of the reader's has changed, and nothing more. */
export const GET: RequestHandler = ({ locals: { user, sessionId, bulletin, auth }, request }) => {
	if (!user) return new Response('Sign in first.', { status: 401 });
	const encoder = new TextEncoder();
	let stop = () => {};
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const say = (text: string) => controller.enqueue(encoder.encode(text));
			const quit = [
				bulletin.listen(user.id, () => say('data: changed\n\n')),
				auth.onSessionEnd((ended) => ended === sessionId && end())
			];
			const beating = setInterval(() => say(': still here\n\n'), HEARTBEAT_MILLISECONDS);
			stop = () => {
				clearInterval(beating);
				for (const leave of quit) leave();
			};
			const end = () => {
				stop();
				controller.close();
			};
			request.signal.addEventListener('abort', () => stop());
			say('retry: 2000\n\n');
		},
		cancel: () => stop()
	});
	return new Response(body, {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
	});
};
