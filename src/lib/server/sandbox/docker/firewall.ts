/**
 * Firewall rules of this machine: what comes from a bridge of ours reaches neither the machine nor
 * any other network. One set holds for all sandboxes, because all bridges' names begin alike.
 *
 * Docker's internal networks alone leave the machine's own addresses open. The rules are put in
 * place again and again and removed by nobody, so there is no moment without them. Where they
 * cannot be installed from here (not root, an engine elsewhere) the canary finds that out.
 */
import { execFile } from 'node:child_process';
import { BRIDGE_PREFIX } from './networks.ts';

const FROM_LABS = 'LABWRIGHT-IN';
const BETWEEN = 'LABWRIGHT-FORWARD';

/** Bridged packets stay on their own bridge; some kernels show them to these tables all the same. */
const CHAINS = `*filter
:${FROM_LABS} - [0:0]
:${BETWEEN} - [0:0]
-A ${FROM_LABS} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
-A ${FROM_LABS} -j DROP
-A ${BETWEEN} -m physdev --physdev-is-bridged -j ACCEPT
-A ${BETWEEN} -j DROP
COMMIT
`;

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Put the rules in place, if this process may.
 * @returns null when they are, else why not, in a sentence.
 */
export async function closeBridges(address: string): Promise<string | null> {
	if (!address.startsWith('unix://'))
		return 'The engine runs on another machine, so its firewall is not ours to set.';
	if (process.getuid?.() !== 0)
		return 'This server does not run as root, so it cannot set firewall rules itself.';
	try {
		await close('iptables');
		await close('ip6tables');
		return null;
	} catch (error) {
		return `The firewall rules could not be set: ${(error as Error).message.trim()}`;
	}
}

async function close(iptables: string): Promise<void> {
	await run(`${iptables}-restore`, ['--wait', '5', '--noflush'], CHAINS);
	const any = `${BRIDGE_PREFIX}+`;
	await first(iptables, 'INPUT', ['-i', any, '-j', FROM_LABS]);
	// Docker keeps this chain in front of its own rules, whatever it does to them.
	const docked = await run(iptables, ['-w', '5', '-n', '-L', 'DOCKER-USER']).then(
		() => 'DOCKER-USER',
		() => 'FORWARD'
	);
	await first(iptables, docked, ['-i', any, '-j', BETWEEN]);
	await first(iptables, docked, ['-o', any, '-j', BETWEEN]);
}

/** Make a rule the first of its chain, unless it is in it. */
async function first(iptables: string, chain: string, rule: string[]): Promise<void> {
	const there = await run(iptables, ['-w', '5', '-C', chain, ...rule]).then(
		() => true,
		() => false
	);
	if (!there) await run(iptables, ['-w', '5', '-I', chain, '1', ...rule]);
}

function run(program: string, args: string[], input = ''): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = execFile(program, args, { timeout: PATIENCE_MILLISECONDS }, (error, stdout, stderr) =>
			error ? reject(new Error(stderr || error.message)) : resolve(stdout)
		);
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
	});
}
