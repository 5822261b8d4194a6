import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { spec } from '../contract.ts';
import { SandboxRefused } from '../refused.ts';
import { engineFinding } from './health.ts';
import { whyUnfit, type Nature } from './fitness.ts';
import { openDockerEngine } from './index.ts';

const bounded = { MemoryLimit: true, CpuCfsQuota: true, PidsLimit: true };
/** As `/version` and `/info` of real ones answered. */
const DOCKER: Nature = { version: { Components: [{ Name: 'Engine', Version: '28.5.2' }] }, info: bounded };
const ROOTLESS: Nature = {
	...DOCKER,
	info: { MemoryLimit: false, CpuCfsQuota: false, PidsLimit: false }
};
const PODMAN: Nature = {
	version: { Components: [{ Name: 'Podman Engine', Version: '5.8.6' }] },
	info: bounded
};

test('Docker that bounds what sandboxes use is fit, old releases included', () => {
	expect(whyUnfit(DOCKER)).toBeNull();
	expect(whyUnfit({ version: {}, info: {} })).toBeNull();
});

test('an engine that would drop bounds without a word is refused, and they are named', () => {
	expect(whyUnfit(ROOTLESS)).toContain('cannot bound what they use (memory, processors, processes)');
	expect(whyUnfit({ ...DOCKER, info: { ...bounded, PidsLimit: false } })).toContain('(processes)');
});

test('the operator reads on their page why nothing starts', () => {
	expect(engineFinding(PODMAN)).toMatchObject([
		{ state: 'bad', text: expect.stringContaining('Podman 5.8.6') }
	]);
	expect(engineFinding(DOCKER)).toEqual([]);
});

/** An engine of this nature on a socket; it writes down what it was asked. */
async function answering({ version, info }: Nature) {
	const asked: string[] = [];
	const folder = mkdtempSync(join(tmpdir(), 'labwright-fitness-'));
	const path = join(folder, 'engine.sock');
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const answer = request.url?.includes('/version') ? version : request.url?.includes('/info') ? info : [];
		response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
	});
	await new Promise<void>((resolve) => server.listen(path, resolve));
	const close = () => {
		server.close();
		server.closeAllConnections();
		rmSync(folder, { recursive: true });
	};
	return { address: `unix://${path}`, asked, close };
}

test.each([
	['Podman', PODMAN],
	['Docker without control groups', ROOTLESS]
])('nothing is made on %s: who starts a lab is told why', async (_, nature) => {
	const { address, asked, close } = await answering(nature);
	const engine = openDockerEngine({ address, containers: 'containers', instance: 'fitness' });
	try {
		await expect(engine.start('one', spec())).rejects.toThrow(SandboxRefused);
		expect(asked.filter((line) => !line.startsWith('GET'))).toEqual([]);
	} finally {
		await engine.close();
		close();
	}
});
