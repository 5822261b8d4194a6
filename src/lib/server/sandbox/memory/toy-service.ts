/** A web page of a toy host: one file, whatever is asked. `serve PORT FILE` in its shell puts it there. */
import { createServer } from 'node:http';
import { duplexPair, type Duplex } from 'node:stream';

export function serveToy(content: () => string | undefined): Duplex {
	const [ours, theirs] = duplexPair();
	const server = createServer((_request, response) => {
		const text = content();
		response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(text ?? '');
	});
	server.emit('connection', theirs);
	return ours;
}
