/**
 * The catalogue of faults: what a service loses when something it relies on is gone, or says no. An
 * author takes one by its name and says which hosts it is about; how it is done, how it is felt and
 * how it is taken back is written here.
 *
 * A dependency is gone when its host is cut off from the network; where that cannot be done, it
 * stands still, which looks the same to whoever asks it. A service that still listens may accept a
 * connection then, so what is looked for is an answer.
 */
import { z } from 'zod';
import type { Script } from '../lab.ts';
import { hostName, object } from '../units.ts';
import type { Fault, FaultScript, FaultStep } from './fault.ts';
import { opposites } from './world.ts';

const port = z.int().min(1).max(65535);
const gone = <Name extends string>(name: Name) => ({
	/** Of the dependency. */
	...{ what: z.literal(name), host: z.string(), network: hostName },
	/** Where it is missed. */
	from: z.string()
});

export const taken = z.discriminatedUnion('what', [
	object({ ...gone('registry-gone'), port: port.default(5000) }),
	object({ ...gone('ca-gone'), port: port.default(443) }),
	object(gone('dns-gone')),
	object(gone('time-gone')),
	object({
		...{ what: z.literal('api-forbids'), host: z.string(), from: z.string(), port },
		/** A service of runit on that host, which holds the port otherwise. */
		service: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,40}$/)
	})
]);

export type Taken = z.output<typeof taken>;

type Deed = Pick<Fault, 'steps' | 'instead' | 'verify' | 'undo'>;

export function deedOf(use: Taken): Deed {
	if (use.what === 'api-forbids') return forbids(use);
	const { host, network, from } = use;
	const steps: FaultStep[] = [{ verb: 'partition', hosts: [host], network }];
	const instead: FaultStep[] = [{ verb: 'pause', host }];
	return {
		...{ steps, undo: opposites(steps), instead: { steps: instead, undo: opposites(instead) } },
		verify: script(from, use.what, `${TOOLS}${SILENCE[use.what]}`, [
			host,
			...('port' in use ? [String(use.port)] : [])
		])
	};
}

/** The platform's own, whatever the image has. */
const TOOLS = 'export PATH="/.lab/bin:$PATH"\n';
/** The first bytes of an answer to what is said, over tcp or udp; nothing after four seconds. */
const ASK = `ask() {
	timeout 4 bash -c 'exec 3<>"/dev/$1/$2/$3" && printf "$4" >&3 && exec head -c "$5" <&3' ask "$@" 2>/dev/null | wc -c
}
`;
const WEB = `${ASK}[ "$(ask tcp "$1" "$2" 'GET / HTTP/1.0\r\n\r\n' 1)" = 0 ]`;

/** Ends with 0 while $1 gives no answer, on port $2 where there are several. */
const SILENCE = {
	'registry-gone': WEB,
	'ca-gone': WEB,
	'dns-gone': 'said=$(nslookup -type=soa . "$1" 2>&1 || true); grep -q "timed out\\|no servers" <<<"$said"',
	// A question of 48 bytes, whose first one says "client, version 4".
	'time-gone': `${ASK}[ "$(ask udp "$1" 123 '\\x23%047d' 48)" -lt 48 ]`
} as const;

/** A web server that forbids everything takes the place of the one that answers. */
function forbids({ what, host, from, port, service }: Extract<Taken, { what: 'api-forbids' }>): Deed {
	const args = [String(port), service];
	return {
		steps: [{ verb: 'run', step: script(host, what, `${PLACE}${FORBID}`, args) }],
		undo: [{ verb: 'run', step: script(host, what, `${PLACE}${ALLOW}`, args) }],
		instead: null,
		verify: script(from, what, VERIFY, [host, String(port)])
	};
}

const PLACE = `${TOOLS}place=/run/labwright-forbids-$1\n`;
const FORBID = `sv -w 20 down "$2"
[ -e "$place/pid" ] && kill "$(cat "$place/pid")" 2>/dev/null || true
mkdir -p "$place" && echo 'D:*' >"$place/conf"
setsid httpd -f -p "$1" -h "$place" -c "$place/conf" </dev/null >/dev/null 2>&1 &
echo $! >"$place/pid"
for _ in $(seq 50); do (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && exit; sleep 0.1; done
echo "Nothing listens on port $1 after the service $2 was stopped: is it another one that holds it?"
exit 1`;
const ALLOW = `kill "$(cat "$place/pid")" 2>/dev/null || true
rm -rf "$place"
sv -w 20 up "$2"`;
const VERIFY = `${TOOLS}said=$(wget -S -T 4 -O /dev/null "http://$1:$2/" 2>&1 || true)
grep -q 'HTTP/1.[01] 403' <<<"$said"`;

function script(host: string, name: string, text: string, args: string[]): FaultScript {
	const read: Script = { path: `the fault ${name}`, interpreter: 'bash', text };
	return { host, args, script: read, env: {}, timeoutSeconds: 30 };
}
