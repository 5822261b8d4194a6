/** From a lab and a learner's parameters to the sandbox it runs on. */
import {
	fillIn,
	GRADER,
	inAuthorsPlaces,
	visibleValues,
	type Host,
	type Lab,
	type Readiness,
	type Values
} from '#lib/server/labs/index.ts';
import { WAY_OUT_PORT, type HostSpec, type SandboxSpec } from '#lib/server/sandbox/index.ts';

/** Every host that is brought up. The grader comes last: it takes the address that is left. */
const machinesOf = ({ hosts, grader }: Lab): Host[] => (grader ? [...hosts, grader] : hosts);

export const imagesOf = (lab: Lab) => [...new Set(machinesOf(lab).map(({ image }) => image))];

export function sandboxSpec(
	lab: Lab,
	values: Values,
	about: { lifetimeSeconds: number; userId: number }
): SandboxSpec {
	return {
		hosts: machinesOf(lab).map((host) => hostSpec(lab, host, values)),
		networks: lab.networks,
		lifetimeSeconds: about.lifetimeSeconds,
		labels: { 'labwright.lab': lab.id, 'labwright.user': `${about.userId}` }
	};
}

function hostSpec(lab: Lab, host: Host, values: Values): HostSpec {
	const { memoryMiB, cpus, pids, diskMiB } = host.limits;
	const { name, image, user, profile, isolation, sudo, networks, internet } = host;
	const trusted = name === GRADER;
	// A learner can read what is placed: secret parameters are for the grader's files only.
	const filled = trusted ? values : visibleValues(lab, values);
	return {
		...{ name, image, user, profile, isolation, sudo, networks, internet, memoryMiB, cpus, pids, diskMiB },
		env: internet.length > 0 ? { ...proxies(lab), ...host.env } : host.env,
		...{
			unnamed: trusted,
			needs: host.needs,
			ready: host.ready && readiness(lab, host.name, host.ready, values)
		},
		files: [
			...(internet.length > 0 ? [APT] : []),
			...host.files.map(({ to, content, owner, mode, template }) => ({
				...{ to, owner, mode },
				content: template ? Buffer.from(fillIn(content.toString(), filled)) : content
			}))
		]
	};
}

const PROXY = `http://127.0.0.1:${WAY_OUT_PORT}`;

/** Programs look for a proxy under these names; what the lab itself has is reached without it. */
function proxies({ hosts }: Lab): Record<string, string> {
	const own = hosts.flatMap(({ name, networks }) => [name, ...networks.flatMap(({ ipv4 }) => ipv4 ?? [])]);
	return { http_proxy: PROXY, https_proxy: PROXY, no_proxy: ['localhost', '127.0.0.1', ...own].join(',') };
}

/** For root by sudo too, who has not the learner's environment. */
const APT = {
	to: '/etc/apt/apt.conf.d/20way-out',
	content: Buffer.from(`Acquire::http::Proxy "${PROXY}";\nAcquire::https::Proxy "${PROXY}";\n`),
	...{ owner: 'root', mode: '0644' }
};

const PROBE_PRELUDE = { bash: 'exec 9<&-\n', python3: '' };

/** What the engine says of a host that did not become ready, with the places of its author's file. */
export function inProbesPlaces(lab: Lab, said: string): string {
	const script = machinesOf(lab).find(({ name }) => said.includes(`host ${name} was not ready`))?.ready
		?.script;
	return script ? inAuthorsPlaces(said, script, PROBE_PRELUDE[script.interpreter]) : said;
}

/** Its probe runs as root, with all the parameters, like a step of the setup. */
function readiness(lab: Lab, host: string, ready: Readiness, values: Values): HostSpec['ready'] {
	const { interpreter, text } = ready.script;
	const env = { ...values, LAB_ID: lab.id, LAB_HOST: host, LC_ALL: 'C.UTF-8' };
	const script = PROBE_PRELUDE[interpreter] + text;
	return {
		probe: { command: [interpreter], script, env },
		everySeconds: ready.everySeconds,
		timeoutSeconds: ready.timeoutSeconds
	};
}
