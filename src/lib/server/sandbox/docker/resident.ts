/**
 * One host's resident, seen from here: its shells and runs over a single connection.
 *
 * The connection may be lost at any time (a restarted Docker daemon, a learner who ends things);
 * whoever waits is told, and the next call joins again. Shells live on in the host meanwhile.
 */
import type { Duplex } from 'node:stream';
import PQueue from 'p-queue';
import { HostAway } from '../disturbance.ts';
import type { ExecResult, Shell, ShellOptions, Work } from '../index.ts';
import {
	DockerOutput,
	environment,
	frame,
	FrameReader,
	fromResident,
	texts,
	toResident,
	u32,
	type Frame
} from './frames.ts';
import { openDial, takeCall } from './dial.ts';
import { openShell } from './shell.ts';

/** A frame's receiver: one shell, one run or one dial. */
export interface Channel {
	hear(frame: Frame): void;
	/** The connection is gone. */
	lost(error: Error): void;
}

const HELLO_MILLISECONDS = 10_000;
/** The resident has room for 64, and says nothing when there is none. */
const MOST_DIALS = 60;
const OUTPUT_LIMIT = 1024 * 1024;
/** The resident takes no more; one whose place was taken by a learner might. */
const MOST_CALLS = 32;
/** The highest bit of a channel: the host has chosen it. */
const CALL = 2 ** 31;
const AGAIN_MILLISECONDS = 1000;

/** A port of the host's loopback that is lent to us, and who hears what programs say there. */
export interface Lent {
	port: number;
	answer(stream: Duplex): void;
}

export class Resident {
	readonly #join: () => Promise<Duplex>;
	/** A resident runs 32 things at once and refuses the next: more than this wait here. */
	readonly #turns = new PQueue({ concurrency: 24 });
	#connection: Promise<Connection> | null = null;
	readonly #lent: Lent | null;
	#again: NodeJS.Timeout | undefined;
	#dials = 0;

	/** `join` runs `resident join` in the host and gives its multiplexed stream. */
	constructor(join: () => Promise<Duplex>, lent: Lent | null = null) {
		this.#join = join;
		this.#lent = lent;
	}

	/** Join now; throws when the host's resident does not answer. */
	async greet(): Promise<void> {
		await this.#connected();
	}

	exec(work: Work): Promise<ExecResult> {
		return this.#turns.add(async () => runToEnd(await this.#connected(), work));
	}

	async shell(options: ShellOptions): Promise<Shell> {
		return openShell(await this.#connected(), options);
	}

	/** A stream to a port of the host itself; null when nothing listens there. */
	async connect(port: number): Promise<Duplex | null> {
		const connection = await this.#connected();
		if (!connection.canDial)
			throw new HostAway(
				'This machine has stood since before there were web pages. Reset the lab to see them.'
			);
		if (this.#dials >= MOST_DIALS) throw new HostAway('Too many connections to this machine are open.');
		this.#dials++;
		return openDial(connection, port, () => this.#dials--);
	}

	async extend(seconds: number): Promise<void> {
		(await this.#connected()).send(toResident.life, 0, u32(Math.max(1, Math.round(seconds))));
	}

	close(): void {
		clearTimeout(this.#again);
		const connection = this.#connection;
		this.#connection = null;
		connection?.then(
			(open) => open.end(new Error('The sandbox was let go.')),
			() => {}
		);
	}

	/** The host goes away: its shells end, and say why; what runs in it is lost. */
	hangUp(why: string): void {
		const connection = this.#connection;
		this.#connection = null;
		connection?.then(
			(open) => open.end(new HostAway(why)),
			() => {}
		);
	}

	#connected(): Promise<Connection> {
		if (this.#connection) return this.#connection;
		const opening = this.#open();
		this.#connection = opening;
		opening.catch(() => this.#forget(opening));
		return opening;
	}

	async #open(): Promise<Connection> {
		const connection = new Connection(await this.#join(), () => this.#lost());
		await connection.hello();
		if (this.#lent) connection.lend(this.#lent);
		return connection;
	}

	/** Who has a port of ours lent to us calls at any time, so we are there before somebody asks. */
	#lost() {
		const letGo = this.#connection === null;
		this.#forget(null);
		if (!this.#lent || letGo) return;
		this.#again = setTimeout(() => void this.greet().catch(() => {}), AGAIN_MILLISECONDS).unref();
	}

	#forget(which: Promise<Connection> | null) {
		if (which === null || this.#connection === which) this.#connection = null;
	}
}

export class Connection {
	readonly #stream: Duplex;
	readonly #channels = new Map<number, Channel>();
	readonly #onEnd: () => void;
	#next = 1;
	#ended = false;
	#lent: Lent | null = null;
	#calls = 0;
	#abilities: string[] = [];
	#greeted = Promise.withResolvers<void>();

	constructor(stream: Duplex, onEnd: () => void) {
		this.#stream = stream;
		this.#onEnd = onEnd;
		this.#greeted.promise.catch(() => {});
		const outer = new DockerOutput([1]);
		const inner = new FrameReader();
		stream.on('data', (bytes: Buffer) => {
			try {
				for (const piece of outer.push(bytes)) for (const one of inner.push(piece)) this.#hear(one);
			} catch (error) {
				this.end(error as Error);
			}
		});
		const lost = () => this.end(new Error('The connection to the host was lost.'));
		stream.on('end', lost).on('close', lost).on('error', lost);
	}

	async hello(): Promise<void> {
		const timer = setTimeout(
			() => this.end(new Error('The host did not answer in time.')),
			HELLO_MILLISECONDS
		);
		await this.#greeted.promise.finally(() => clearTimeout(timer));
	}

	/** Residents of machines that have stood since before there were shields cannot. */
	get canShield(): boolean {
		return this.#abilities.includes('shields');
	}

	/** Nor can those dial that are older than that. */
	get canDial(): boolean {
		return this.#abilities.includes('dials');
	}

	/** Residents that are older than that lend nothing: nobody is heard there. */
	lend(lent: Lent): void {
		if (!this.#abilities.includes('calls')) return;
		this.#lent = lent;
		this.send(toResident.lend, 0, u32(lent.port));
	}

	/** @throws when the connection is already gone. */
	add(channel: Channel, number = this.#next++): number {
		if (this.#ended) throw new Error('The connection to the host was lost.');
		this.#channels.set(number, channel);
		return number;
	}

	drop(number: number): void {
		this.#channels.delete(number);
	}

	send(kind: number, channel: number, payload?: Uint8Array): void {
		if (!this.#ended) this.#stream.write(frame(kind, channel, payload));
	}

	end(error: Error): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#onEnd();
		this.#greeted.reject(error);
		for (const channel of this.#channels.values()) channel.lost(error);
		this.#channels.clear();
		this.#stream.destroy();
	}

	#hear(one: Frame) {
		if (one.kind === fromResident.hello) {
			this.#abilities = one.payload.toString().split(' ');
			this.#greeted.resolve();
		} else if (one.kind === fromResident.called) this.#called(one.channel);
		else this.#channels.get(one.channel)?.hear(one);
	}

	#called(number: number) {
		if (!this.#lent || number < CALL || this.#channels.has(number) || this.#calls >= MOST_CALLS) return;
		this.#calls++;
		this.#lent.answer(takeCall(this, number, () => this.#calls--));
	}
}

/** The script is open on this descriptor of its interpreter; what runs it should close it first. */
const SCRIPT = '/proc/self/fd/9';

function runToEnd(connection: Connection, work: Work): Promise<ExecResult> {
	return new Promise((resolve, reject) => {
		const streams = { [fromResident.stdout]: [] as Buffer[], [fromResident.stderr]: [] as Buffer[] };
		const kept = { [fromResident.stdout]: 0, [fromResident.stderr]: 0 };
		const text = (kind: 4 | 5) => Buffer.concat(streams[kind]).toString('utf8');

		const channel = connection.add({
			lost: reject,
			hear({ kind, payload }) {
				if (kind === fromResident.stdout || kind === fromResident.stderr) {
					const room = OUTPUT_LIMIT - kept[kind];
					if (room > 0) streams[kind].push(Buffer.from(payload.subarray(0, room)));
					kept[kind] += payload.length;
				} else if (kind === fromResident.done && payload.length === 5) {
					connection.drop(channel);
					resolve({
						code: payload.readUInt32BE(0),
						stdout: text(fromResident.stdout),
						stderr: text(fromResident.stderr),
						timedOut: payload.readUInt8(4) === 1
					});
				}
			}
		});
		connection.send(toResident.run, channel, order(work, connection.canShield));
	});
}

const AS_USER = 1;
const SHIELDED = 2;

function order(work: Work, canShield: boolean): Buffer {
	const { command, script = '', args = [], env, user = 'root', timeoutSeconds = 60 } = work;
	const shield = work.shielded && canShield ? SHIELDED : 0;
	const words = script === '' ? [...command, ...args] : [...command, SCRIPT, ...args];
	const text = Buffer.from(script);
	return Buffer.concat([
		u32(Math.ceil(timeoutSeconds)),
		Buffer.from([user === 'shell' ? AS_USER : shield]),
		u32(text.length),
		text,
		texts([`${words.length}`, ...words, ...environment(env)])
	]);
}
