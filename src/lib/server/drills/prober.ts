/**
 * The prober as the server speaks to it: start it, fetch what it has written, ask what was lost.
 *
 * It writes by itself; we fetch from where we stopped. So a server that pauses, restarts or is busy
 * misses nothing and invents nothing. The prober's clock is the drill's clock.
 */
import { fillIn, isWrite, type Lab, type Probe, type Script, type Values } from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import type { Outcome, Sample } from '#lib/drills/samples.ts';
import { readProber } from './prober-source.ts';

export interface ProberOptions {
	sandbox: Sandbox;
	/** Where it runs: a host that learners cannot enter. */
	host: string;
	lab: Pick<Lab, 'id' | 'probes'>;
	/** All parameters: secret ones too, for this host is trusted. */
	values: Values;
	/** Tells this drill from others on the same machines. */
	name: string;
}

export interface Fetched {
	/** Drill's clock when it was read, with the server's around it. */
	now: number;
	before: number;
	after: number;
	/** Whole lines from the offset that was asked for. */
	text: string;
	/** Nobody writes any more. */
	dead: boolean;
}

/** What became of the writes of one probe. */
export interface Writes {
	acknowledged: number;
	found: number;
	lost: number;
	/** Could not be asked. */
	unknown: number;
	/** When lost ones were acknowledged: at most 200 moments of the drill's clock. */
	lostAt: number[];
}

/** What a fetch brings at most; the next one brings the rest. */
const PIECE_BYTES = 512 * 1024;
/** It ends by itself when everybody has forgotten it. */
const LONGEST_SECONDS = 4 * 3600;
const LOOK_SECONDS = 180;

/** By programs that every shell knows, because it is run once a second. */
const FETCH = `exec 9<&-
cd "$1" 2>/dev/null && read -r epoch <epoch 2>/dev/null || exit 3
read -r up _ </proc/uptime
pid=; read -r pid <pid 2>/dev/null
state=dead; [ -n "$pid" ] && [ -d "/proc/$pid" ] && state=alive
echo "$epoch $up $state"
tail -c "+$2" samples 2>/dev/null | head -c ${PIECE_BYTES}`;

export class Prober {
	readonly #options: ProberOptions;

	constructor(options: ProberOptions) {
		this.#options = options;
	}

	/** Let it begin; one that is at work already goes on. @throws when the host cannot run it. */
	async start(): Promise<void> {
		await this.#run('run', 30);
	}

	/** What was written from this byte on; null when it has never begun. */
	async fetch(offset: number): Promise<Fetched | null> {
		const before = performance.now();
		const { code, stdout } = await this.#options.sandbox.exec(this.#options.host, {
			command: ['sh'],
			script: FETCH,
			args: [this.#folder, `${offset + 1}`],
			timeoutSeconds: 10
		});
		const after = performance.now();
		const head = stdout.indexOf('\n');
		if (code !== 0 || head < 0) return null;
		const [epoch = '', up = '', state] = stdout.slice(0, head).split(' ');
		const body = stdout.slice(head + 1);
		const text = body.slice(0, body.lastIndexOf('\n') + 1);
		return { now: (Number(up) - Number(epoch)) * 1000, before, after, text, dead: state === 'dead' };
	}

	/** Look for every write that was acknowledged, by probe. @throws when nobody could look. */
	async look(): Promise<Record<string, Writes>> {
		const { probes } = this.#options.lab;
		if (!probes.some(isWrite)) return {};
		const said = JSON.parse(await this.#run('look', LOOK_SECONDS)) as Record<string, Writes>;
		return Object.fromEntries(
			Object.entries(said).map(([index, writes]) => [probes[Number(index)]!.id, writes])
		);
	}

	async #run(verb: 'run' | 'look', timeoutSeconds: number): Promise<string> {
		const { sandbox, host } = this.#options;
		const { code, stdout, stderr, timedOut } = await sandbox.exec(host, {
			command: ['python3'],
			script: readProber(),
			args: [verb],
			env: { LAB_PLAN: JSON.stringify(this.#plan()), LC_ALL: 'C.UTF-8' },
			timeoutSeconds
		});
		if (code === 0) return stdout;
		const how = timedOut ? 'it ran out of time' : stderr.trim().slice(-300) || `exit ${code}`;
		throw new Error(`The probes cannot run on the host ${host}: ${how}`);
	}

	get #folder() {
		return `/run/labwright-${this.#options.name}`;
	}

	#plan() {
		const { lab, values } = this.#options;
		const probes = lab.probes.map((probe) => this.#question(probe));
		const env = { ...values, LAB_ID: lab.id, LC_ALL: 'C.UTF-8' };
		return { folder: this.#folder, until: LONGEST_SECONDS, probes, env };
	}

	/** Parameters filled in; {{NONCE}} is none and stays. */
	#question(probe: Probe) {
		const { everyMilliseconds: every, timeoutMilliseconds: timeout, slowMilliseconds: slow } = probe;
		const own = Object.entries(probe).map(([key, value]): [string, unknown] => [key, this.#filled(value)]);
		return { ...Object.fromEntries(own), every, timeout, slow };
	}

	#filled(value: unknown): unknown {
		if (typeof value === 'string') return fillIn(value, this.#options.values);
		if (isScript(value)) return { command: commandOf(value) };
		if (Array.isArray(value)) return value.map((one: unknown) => this.#filled(one));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#filled(one)]));
	}
}

const isScript = (value: unknown): value is Script =>
	typeof value === 'object' && value !== null && 'interpreter' in value;

/** On the trusted host nobody reads command lines but us. */
const commandOf = ({ interpreter, text }: Script) => [interpreter, '-c', text, 'probe'];

const OUTCOMES: Record<string, Outcome> = { g: 'good', s: 'slow', b: 'bad' };
const LINE = /^(\d+) (\d+) ([gsb]) (\d+) (\S+) ([^\n]*)$/;

/** The prober's lines as answers, by the position of their probe. Lines that make no sense are left out. */
export function readSamples(text: string, probes: number): Sample[][] {
	const samples = Array.from({ length: probes }, (): Sample[] => []);
	for (const line of text.split('\n')) {
		const [, at, probe, outcome = '', milliseconds, , note = ''] = LINE.exec(line) ?? [];
		if (at === undefined) continue;
		samples[Number(probe)]?.push({
			at: Number(at),
			outcome: OUTCOMES[outcome]!,
			milliseconds: Number(milliseconds),
			note
		});
	}
	return samples;
}
