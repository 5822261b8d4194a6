/** Where attacks happen: two learners' sandboxes on a real engine, alike but for their owners. */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import Dockerode from 'dockerode';
import { dockerodeOptions, findDocker } from '../../scripts/docker.mjs';
import {
	openEngine,
	type HostSpec,
	type Incident,
	type SandboxSpec
} from '../../src/lib/server/sandbox/index.ts';
import type { Ground } from './attack.ts';
import type { Daemon } from './daemon.ts';

const box = (changes: Partial<HostSpec> = {}): HostSpec => ({
	...{ name: 'box', image: 'linux', user: 'learner', profile: 'net', sudo: true },
	...{ networks: [{ name: 'lan', ipv4: null }], memoryMiB: 128, cpus: 0.5, pids: 128, diskMiB: 256 },
	...{ env: {}, files: [], ...changes }
});

const spec = (changes: Partial<SandboxSpec> = {}): SandboxSpec => ({
	hosts: [box(), box({ name: 'peer' })],
	networks: [{ name: 'lan', subnet: null }],
	lifetimeSeconds: 900,
	labels: { 'labwright.user': 'attack' },
	...changes
});

/** On the suite's own engine, or on the usual one where there is none. */
export async function openGround(daemon: Daemon | null = null): Promise<Ground & { close(): Promise<void> }> {
	const address = daemon?.address ?? (await findDocker(process.env.DOCKER_HOST));
	if (!address) throw new Error('No Docker engine answers, so there is nothing to attack.');
	const instance = `a${randomBytes(4).toString('hex')}`;
	const engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance });
	const docker = new Dockerode(dockerodeOptions(address));
	const incidents: Incident[] = [];
	engine.onIncident((incident) => incidents.push(incident));
	await engine.prepare(['linux'], () => {});
	const info = (await docker.info()) as { DefaultRuntime: string; SecurityOptions?: string[] };
	const [mallory, victim] = await Promise.all([
		engine.start('mallory', spec()),
		engine.start('victim', spec())
	]);

	return {
		...{
			address,
			daemon,
			engine,
			docker,
			instance,
			incidents,
			mallory,
			victim,
			runtime: info.DefaultRuntime
		},
		atHome: address.startsWith('unix://') && process.getuid?.() === 0,
		userNamespaces: (info.SecurityOptions ?? []).some((option) => option.includes('name=userns')),
		another: (name, changes) =>
			engine.start(name, spec({ hosts: [box({ networks: [], ...changes })], networks: [] })),
		root: (script, timeoutSeconds = 20) =>
			mallory.exec('box', { command: ['bash'], script: `exec 9<&-\n${script}`, timeoutSeconds }),
		python: (code, timeoutSeconds = 20) =>
			mallory.exec('box', { command: ['python3'], script: code, timeoutSeconds }),
		inspect: (sandbox, host) =>
			docker.getContainer(`labwright-${instance}-${sandbox.name}-${host}`).inspect(),
		async close() {
			for (const name of await engine.list()) await engine.remove(name);
			await engine.close();
		}
	};
}
