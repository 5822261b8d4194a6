/** Server-sent events: that something has changed, and nothing more. */

/** Proxies and browsers give up on a stream that says nothing, and who listens would not know that the line is gone. */
const HEARTBEAT_MILLISECONDS = 15_000;

interface Listening {
	changed: () => void;
	/** It is no longer theirs to hear. */
	end: () => void;
}

/** `listen` begins to listen, and returns what ends it. It ends with the session, too. */
export function eventStream(
	{
		request,
		locals: { auth, sessionId }
	}: { request: Request; locals: Pick<App.Locals, 'auth' | 'sessionId'> },
	listen: (listening: Listening) => () => void
): Response {
	const encoder = new TextEncoder();
	let stop = () => {};
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const say = (text: string) => controller.enqueue(encoder.encode(text));
			const end = () => {
				stop();
				controller.close();
			};
			const quit = [
				listen({ changed: () => say('data: changed\n\n'), end }),
				auth.onSessionEnd((ended) => ended === sessionId && end())
			];
			const beating = setInterval(() => say('event: here\ndata: still\n\n'), HEARTBEAT_MILLISECONDS);
			stop = () => {
				clearInterval(beating);
				for (const leave of quit) leave();
			};
			request.signal.addEventListener('abort', () => stop());
			say('retry: 2000\n\n');
		},
		cancel: () => stop()
	});
	return new Response(body, {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
	});
}
