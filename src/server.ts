/**
 * The production server: node:http, SvelteKit's handler, and the terminals' websockets.
 * `npm start` runs it after scripts/bootstrap.mjs has made everything ready.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import { securityHeaders } from './lib/server/auth/headers.ts';
import { readConfig, type Config } from './lib/server/config.ts';
import { running } from './running.ts';

async function main() {
	const config = readConfig();
	// adapter-node reads it while it is imported: without it every form would be refused as cross-site.
	process.env.ORIGIN = config.ORIGIN;
	// An upload may be large; src/lib/server/body-size.ts holds everything else to less.
	process.env.BODY_SIZE_LIMIT ??= '25M';
	const handler = await import('../build/handler.js' as string).then(
		(built: { handler: RequestListener }) => built.handler
	);
	const always = Object.entries(securityHeaders(config.ORIGIN.startsWith('https:')));
	const others = otherNames(config);
	const server = createServer((request, response) => {
		const previews = running.labwright?.previews;
		if (previews?.owns(request.headers.host)) return previews.handle(request, response);
		if (others.has(request.headers.host ?? '') && request.method === 'GET') {
			return response.writeHead(307, { location: config.ORIGIN + (request.url ?? '/') }).end();
		}
		for (const [name, value] of always) response.setHeader(name, value); // files and refusals too
		handler(request, response);
	});
	server.on('upgrade', (request, socket, head) => {
		const { previews, terminals } = running.labwright ?? {};
		if (previews?.owns(request.headers.host)) previews.upgrade(request, socket, head);
		else if (terminals) terminals.upgrade(request, socket, head);
		else socket.destroy();
	});
	server.on('error', (error: NodeJS.ErrnoException) => fail(listenError(error, config)));
	server.listen(config.PORT, config.HOST, () => greet(config));
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server));
}

/**
 * Cookies and forms belong to one origin. Who types the number instead of the name is sent there;
 * with an origin the operator has set, what a proxy calls us is not ours to judge.
 */
function otherNames({ PORT, ORIGIN }: Config): Set<string> {
	if (ORIGIN !== `http://localhost:${PORT}`) return new Set();
	return new Set([`127.0.0.1:${PORT}`, `[::1]:${PORT}`]);
}

function greet(config: Config) {
	const link = running.labwright?.auth.firstOperatorLink(config.ORIGIN);
	if (config.WORKBENCH && link) {
		const { searchParams } = new URL(link);
		return console.log(
			`\nOpen ${config.ORIGIN}/workbench?${searchParams.toString()}\n(This link works once.)`
		);
	}
	console.log(`\nLabwright is at ${config.ORIGIN}`);
	if (link) console.log(`Become its operator: ${link}\n(This link works once.)`);
}

/** Let requests end, let sockets go, close the database. Sandboxes stay for the next start. */
async function stop(server: Server) {
	setTimeout(() => process.exit(0), 5000).unref();
	server.close();
	await running.labwright?.close();
	server.closeAllConnections();
	process.exit(0);
}

const listenError = ({ code, message }: NodeJS.ErrnoException, { HOST, PORT }: Config) => {
	if (code === 'EADDRINUSE')
		return `Port ${PORT} on ${HOST} is taken. Choose another one: PORT=3001 npm start`;
	if (code === 'EACCES') return `Port ${PORT} needs more rights. Choose one above 1023: PORT=3000 npm start`;
	return message;
};

function fail(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}

await main().catch((error: Error) => fail(error.message));
