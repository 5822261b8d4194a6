/** A real proxy, a real place behind it, and a program that asks as curl and apt do. */
import { createServer as createWeb, type Server } from 'node:http';
import { connect, createServer, type AddressInfo, type Server as Net } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WayOut } from './way-out.ts';

let place: Server;
let port: number;
let wayOut: WayOut;
let door: Net;
const asked: string[] = [];

beforeEach(async () => {
	asked.length = 0;
	place = createWeb((request, answer) => {
		asked.push(`${request.method} ${request.headers.host}${request.url}`);
		request.pipe(answer.writeHead(200, { 'x-place': 'yes' }));
		if (request.method === 'GET') answer.end('packages');
	});
	port = await listening(place);
	wayOut = new WayOut({
		allowed: [`mirror.example:${port}`, `other.example:${port}`, `inside.example:${port}`],
		lookup: (name) =>
			name === 'inside.example'
				? Promise.resolve({ address: '169.254.169.254', family: 4 })
				: Promise.resolve({ address: '127.0.0.1', family: 4 }),
		isOutside: (address) => address !== '169.254.169.254'
	});
	const wanted = new Set([`mirror.example:${port}`, `inside.example:${port}`, `unlisted.example:${port}`]);
	door = createServer((stream) => wayOut.serve(stream, wanted));
	await listening(door);
});

afterEach(() => {
	wayOut.close();
	place.close();
	place.closeAllConnections();
	door.close();
});

async function listening(server: Server | Net): Promise<number> {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return (server.address() as AddressInfo).port;
}

/** All that comes back for these words, until the other side is done. */
async function say(words: string): Promise<string> {
	const stream = connect((door.address() as AddressInfo).port, '127.0.0.1');
	stream.write(words);
	return text(stream);
}
const get = (url: string) => say(`GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
const tunnel = (to: string, then = '') => say(`CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n\r\n${then}`);

it('passes on what is asked of an allowed place, by its name', async () => {
	expect(await get(`http://mirror.example:${port}/dists?x=1`)).toMatch(/^HTTP\/1.1 200 [^]*packages/);
	expect(asked).toEqual([`GET mirror.example:${port}/dists?x=1`]);
});

it('passes on bodies', async () => {
	const post = `POST http://mirror.example:${port}/in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello`;
	expect(await say(post)).toMatch(/200[^]*hello/);
});

it('tunnels to an allowed place, and carries both ways until the end', async () => {
	const inner = `GET / HTTP/1.1\r\nHost: mirror.example\r\nConnection: close\r\n\r\n`;
	const answer = await tunnel(`MIRROR.example:${port}`, inner);
	expect(answer).toMatch(/^HTTP\/1.1 200 Connection established\r\n\r\nHTTP\/1.1 200 OK[^]*packages/);
});

it('refuses every other place and port, and says which are allowed', async () => {
	const refused = [
		await tunnel(`evil.example:${port}`),
		await tunnel('mirror.example:22'),
		await tunnel(`sub.mirror.example:${port}`),
		await tunnel(`127.0.0.1:${port}`),
		await tunnel(`[::1]:${port}`),
		await tunnel('nonsense'),
		await get(`http://mirror.example/`),
		await get(`http://mirror.example:${port}@evil.example/`),
		await get(`http://127.0.0.1:${port}/`)
	];
	for (const answer of refused)
		expect(answer).toMatch(/^HTTP\/1.1 403 [^]*It may reach: mirror.example:\d+, inside/);
	expect(asked).toEqual([]);
});

it('lets a host reach nothing that only its operator, or only its lab, allows', async () => {
	expect(await tunnel(`other.example:${port}`)).toContain('403');
	expect(await tunnel(`unlisted.example:${port}`)).toContain('403');
});

it('does not follow a name to the inside', async () => {
	expect(await tunnel(`inside.example:${port}`)).toMatch(
		/403[^]*leads to 169.254.169.254, which is no place outside/
	);
});

it('outlives a place that answers with nonsense', async () => {
	const rude = createServer((stream) => stream.end('HTTP/1.1 000 Nothing\r\nx: y\r\n\r\n'));
	const at = await listening(rude);
	const out = new WayOut({
		allowed: [`rude.example:${at}`],
		lookup: () => Promise.resolve({ address: '127.0.0.1', family: 4 }),
		isOutside: () => true
	});
	const wanted = new Set([`rude.example:${at}`]);
	door.close();
	door = createServer((stream) => out.serve(stream, wanted));
	await listening(door);
	for (let n = 0; n < 2; n++) expect(await get(`http://rude.example:${at}/`)).toMatch(/^HTTP\/1.1 502 /);
	rude.close();
});

it('says what it is to who takes it for a web server, and when a place does not answer', async () => {
	expect(await get('/index.html')).toMatch(/400[^]*This is a proxy/);
	place.close();
	place.closeAllConnections();
	expect(await get(`http://mirror.example:${port}/`)).toMatch(/502[^]*could not be reached/);
	expect(await tunnel(`mirror.example:${port}`)).toMatch(/502[^]*could not be reached/);
});
