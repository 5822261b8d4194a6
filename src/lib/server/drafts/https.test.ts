import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchRepository } from './repository.ts';
import { certificate } from './testing-certificate.ts';
import { unzip } from './unzip.ts';

let folder: string;
let server: Server;
let host: string;
const { key, cert } = certificate();

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'https-'));
	await writeFile(join(folder, 'cert.pem'), cert);
	const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...words]);
	git('init', '-q', 'labs');
	await writeFile(join(folder, 'labs/lab.yaml'), 'id: x\n');
	git('-C', 'labs', 'add', '-A');
	git('-C', 'labs', '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'A lab');
	server = createServer({ key, cert }, serve).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	server.close();
	await rm(folder, { recursive: true });
});

/** As a host of repositories does: `/labs` is one, `/moved` leads to it, all else wants a password. */
function serve(request: IncomingMessage, response: ServerResponse): void {
	const { pathname } = new URL(request.url ?? '', 'https://x');
	if (pathname.startsWith('/moved'))
		return void response.writeHead(302, { location: `/labs${request.url?.slice('/moved'.length)}` }).end();
	if (request.headers.authorization || !pathname.startsWith('/labs/'))
		return void response.writeHead(401, { 'www-authenticate': 'Basic realm="labs"' }).end();
	const isList = request.method === 'GET';
	const words = [
		'upload-pack',
		'--stateless-rpc',
		...(isList ? ['--advertise-refs'] : []),
		join(folder, 'labs')
	];
	const env = { ...process.env, GIT_PROTOCOL: request.headers['git-protocol'] as string };
	const child = spawn('git', words, { env, stdio: ['pipe', 'pipe', 'inherit'] });
	response.setHeader('content-type', `application/x-git-upload-pack-${isList ? 'advertisement' : 'result'}`);
	if (isList) response.write('001e# service=git-upload-pack\n0000');
	request.pipe(child.stdin);
	child.stdout.pipe(response);
}

const pull = (
	path: string,
	network: { GIT_SSL_CAINFO?: string } = { GIT_SSL_CAINFO: join(folder, 'cert.pem') }
) =>
	fetchRepository(
		{ address: `https://${host}/${path}`, path: '' },
		{ allowed: [host], into: join(folder, 'into'), most: 1024 * 1024, network }
	);

it('a lab comes over https, by the newest commit', async () => {
	const { zip, commit } = await pull('labs');
	expect(commit).toMatch(/^[0-9a-f]{40}$/);
	const into = await mkdtemp(join(folder, 'unzipped-'));
	expect(await unzip(zip, into)).toBeNull();
	expect(await readdir(into)).toEqual(['lab.yaml']);
});

it('whoever is not who they say they are is not believed', async () => {
	await expect(pull('labs', {})).rejects.toThrow(/could not be pulled \(.*certificate/);
});

it('an address that leads elsewhere is not followed: the operator has named no other', async () => {
	await expect(pull('moved')).rejects.toThrow('could not be pulled');
});

it('nobody is asked for a password', async () => {
	await expect(pull('private')).rejects.toThrow(/could not be pulled \(.*(username|Authentication)/i);
});

it('what is larger than a lab may be is cut off', async () => {
	const options = {
		allowed: [host],
		into: join(folder, 'into'),
		most: 64,
		network: { GIT_SSL_CAINFO: join(folder, 'cert.pem') }
	};
	await expect(fetchRepository({ address: `https://${host}/labs`, path: '' }, options)).rejects.toThrow(
		'too large'
	);
	expect(await readdir(folder)).not.toContain('into');
});
