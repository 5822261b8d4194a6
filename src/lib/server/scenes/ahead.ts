/**
 * What of a lab can be done before anybody knows whose it will be: its machines, and the steps of
 * its setup up to the first that uses a learner's parameter. The rest is done at hand-over, so that
 * a learner finds the same as on machines that were started for them.
 */
import type { Lab, Step, Values } from '#lib/server/labs/index.ts';
import type { HostSpec, Sandbox, SandboxSpec } from '#lib/server/sandbox/index.ts';
import type { Refusal } from '../refusal.ts';
import { sandboxSpec } from './sandbox-spec.ts';

export interface Ahead {
	spec: SandboxSpec;
	/** So many steps of the setup need no parameter. */
	steps: number;
	/** Nothing personal is left to do at hand-over. */
	isComplete: boolean;
	/** Values that are the same for everybody. */
	values: Values;
}

/** Nobody's: no user of the platform has this number. */
const NOBODY = 0;

/** @returns a sentence for the operator when the lab cannot be begun before its learner is known. */
export function workAhead(lab: Lab, lifetimeSeconds: number): Ahead | Refusal {
	const about = { lifetimeSeconds, userId: NOBODY };
	const values = Object.fromEntries(
		lab.params.flatMap((param) => (param.type === 'fixed' ? [[param.name, param.value]] : []))
	);
	const own = lab.params.filter(({ type }) => type !== 'fixed').map(({ name }) => name);
	// What differs between two learners is personal, wherever in the lab it stands.
	const [one, other] = ['a', 'b'].map((whose) =>
		sandboxSpec(lab, { ...values, ...marked(own, whose) }, about)
	) as [SandboxSpec, SandboxSpec];
	const personal = one.hosts.map((host, number) => personalFiles(host, other.hosts[number]!));
	for (const [number, host] of one.hosts.entries()) {
		if (readable(rest(host, own)) !== readable(rest(other.hosts[number]!, own)))
			return { refused: `${host.name} cannot come up without the learner’s own parameters.` };
		if (personal[number]!.size > 0 && host.profile === 'strict')
			return { refused: `${host.name} has no root, who could place the learner’s own files later.` };
		if (personal[number]!.size > 0 && host.ready)
			return { refused: `${host.name} is ready only with files that hold the learner’s own parameters.` };
	}
	const hasFiles = personal.some(({ size }) => size > 0);
	const first = hasFiles ? 0 : lab.setup.findIndex((step) => isPersonal(step, own));
	const hosts = one.hosts.map((host, number) => ({
		...host,
		files: host.files.filter(({ to }) => !personal[number]!.has(to))
	}));
	const steps = first === -1 ? lab.setup.length : first;
	const isComplete = !hasFiles && steps === lab.setup.length;
	return { spec: { ...one, hosts }, steps, isComplete, values };
}

/** Put the files in place that could not be placed ahead. */
export async function placePersonal(sandbox: Sandbox, ahead: SandboxSpec, whole: SandboxSpec): Promise<void> {
	for (const [number, { name, files }] of whole.hosts.entries()) {
		const there = new Set(ahead.hosts[number]?.files.map(({ to }) => to));
		for (const file of files.filter(({ to }) => !there.has(to))) await place(sandbox, name, file);
	}
}

/** In memory all the way; the last line makes it appear whole. */
const PLACE = `set -eu
exec 9<&- 2>&1
mkdir -p "$(dirname "$1")"
new="$1.$$"
trap 'rm -f "$new"' EXIT
base64 -d > "$new" <<'END-OF-FILE'
CONTENT
END-OF-FILE
chmod "$2" "$new"
[ "$3" = root ] || chown "$3:" "$new"
mv -f "$new" "$1"
`;

async function place(sandbox: Sandbox, host: string, { to, content, owner, mode }: HostSpec['files'][0]) {
	const lines = content.toString('base64').replace(/.{1,76}/g, '$&\n');
	const { code, stdout } = await sandbox.exec(host, {
		command: ['sh'],
		script: PLACE.replace('CONTENT\n', () => lines),
		args: [to, mode, owner]
	});
	if (code !== 0) throw new Error(`The file ${to} could not be placed on ${host}: ${stdout.trim()}`);
}

const marked = (names: string[], whose: string): Values =>
	Object.fromEntries(names.map((name) => [name, `<${name} of ${whose}>`]));

function personalFiles({ files }: HostSpec, other: HostSpec): Set<string> {
	return new Set(
		files.filter(({ content }, n) => !content.equals(other.files[n]!.content)).map(({ to }) => to)
	);
}

/** A host but for its files; a probe is given every parameter, so only the ones it speaks of count. */
function rest({ files, ready, ...host }: HostSpec, own: string[]) {
	void files;
	if (!ready) return host;
	const speaks = speaksOf(`${ready.probe.script ?? ''} ${ready.probe.command.join(' ')}`, own);
	const env = speaks ? ready.probe.env : {};
	return { ...host, ready: { ...ready, probe: { ...ready.probe, env } } };
}

const readable = (value: unknown) => JSON.stringify(value);

const isPersonal = ({ script, args, env }: Step, own: string[]) =>
	speaksOf([script.text, ...args, ...Object.values(env)].join('\n'), own);

/** Ways to reach a variable without saying its name. */
const ROUNDABOUT =
	/\b(env|printenv|envsubst|environ|getenv|declare|typeset|compgen|export -p)\b|\$\{!|^\s*set\s*$/m;

const speaksOf = (text: string, own: string[]) =>
	own.length > 0 && (ROUNDABOUT.test(text) || own.some((name) => new RegExp(`\\b${name}\\b`).test(text)));
