/**
 * The broker: how a script on the grader looks at the lab's other hosts. It asks with the words
 * `on`, `file` and `hosts`; the platform, which reaches every host anyway, does it for them and
 * puts what came of it back. No network lies between, so nobody on the lab's networks can join in.
 *
 * A question is a folder in the script's mailbox on the grader; one command at a time waits there
 * for the next. Everything has bounds: questions, their size, what comes back, and time.
 */
import { randomBytes } from 'node:crypto';
import PQueue from 'p-queue';
import { GRADER } from '#lib/server/labs/index.ts';
import type { ExecResult, Sandbox } from '#lib/server/sandbox/index.ts';
import { deliver, FORGET, OPEN, readQuestion, TAKE, type Mail, type Reply } from './mail.ts';

export interface Desk {
	sandbox: Sandbox;
	/** What commands on other hosts find in their environment. Learners may be root there: nothing secret. */
	env: Record<string, string>;
	/** How long the script may take in all. */
	timeoutSeconds: number;
	/** It only looks: nobody there may look into what it asks, and nothing that it starts stays. */
	shielded?: boolean;
}

export interface Brokered<T> {
	result: T;
	/** Why something could not be asked, in a sentence for the author; null when all went well. */
	trouble: string | null;
}

const MOST_QUESTIONS = 500;
/** Static programs first: those of the host may be anybody's. */
const PATH = '/.lab/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const NOT_ANSWERED = 125;
/** Who asked has been killed when nobody takes the answer. */
const DELIVERY_SECONDS = 20;

/** A host runs so many things at once; each script here needs room for itself and for who waits on it. */
const SCRIPTS_AT_ONCE = 6;
const queues = new WeakMap<Sandbox, PQueue>();

/** Let a script on the grader ask, as long as `work` lasts; it gets the name of its mailbox. */
export function withBroker<T>(desk: Desk, work: (mailbox: string) => Promise<T>): Promise<Brokered<T>> {
	const queue = queues.get(desk.sandbox) ?? new PQueue({ concurrency: SCRIPTS_AT_ONCE });
	queues.set(desk.sandbox, queue);
	return queue.add(() => serveWhile(desk, work));
}

async function serveWhile<T>(desk: Desk, work: (mailbox: string) => Promise<T>): Promise<Brokered<T>> {
	const broker = new Broker(desk);
	await broker.open();
	const serving = broker.serve();
	try {
		return { result: await work(broker.mailbox), trouble: broker.trouble };
	} finally {
		await broker.close();
		await serving;
	}
}

class Broker {
	readonly mailbox = `/tmp/.lab-${randomBytes(8).toString('hex')}`;
	readonly #desk: Desk;
	readonly #until: number;
	#closed = false;
	#asked = 0;
	/** The first one is the one that helps. */
	trouble: string | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
		this.#until = Date.now() + desk.timeoutSeconds * 1000;
	}

	open = () => this.#run(OPEN);

	/** Until the mailbox is closed. Questions that are asked together are answered together. */
	async serve(): Promise<void> {
		while (!this.#closed) {
			const question = await this.#run(TAKE).catch(() => null);
			const mail = question?.code === 0 ? readQuestion(question.stdout) : null;
			if (!mail) return;
			void this.#answer(mail).catch((error: Error) => this.#fail(error.message));
		}
	}

	async close(): Promise<void> {
		this.#closed = true;
		// A grader that is gone has taken its mailbox with it.
		await this.#run(FORGET).catch(() => {});
	}

	async #answer(mail: Mail): Promise<void> {
		const reply =
			++this.#asked > MOST_QUESTIONS
				? this.#refuse(`A script asks other hosts at most ${MOST_QUESTIONS} times.`)
				: await this.#reply(mail);
		if (!this.#closed) await this.#run(deliver(mail.id, reply), DELIVERY_SECONDS);
	}

	#reply({ verb, words }: Mail): Promise<Reply> | Reply {
		const [host = '', ...rest] = words;
		if (verb === 'hosts') return this.#hosts();
		if (host === GRADER || !this.#desk.sandbox.hosts.includes(host))
			return this.#refuse(`There is no host “${host}” in this lab. There are: ${this.#others().join(', ')}.`);
		if (rest.length === 0) return this.#refuse(`Expected \`${verb} HOST …\` with something to ask for.`);
		return verb === 'file' ? this.#file(host, rest[0]!) : this.#on(host, rest);
	}

	/** As protocol check/1 has it: what ends with more than any honest no means that nobody could look. */
	async #on(host: string, command: string[]): Promise<Reply> {
		const end = await this.#ask(host, { command: ['/.lab/bin/env', ...command] });
		if (!end) return this.#refuse(`${host} does not answer.`);
		if (end.timedOut) this.#fail(`\`${command[0]}\` on ${host} ran out of time.`);
		else if (end.code > 125)
			this.#fail(`\`${command[0]}\` on ${host} ended with ${end.code}: ${end.stderr.trim().slice(-200)}`);
		return end;
	}

	/** By a static program on the host itself, so links lead where they lead there. */
	async #file(host: string, path: string): Promise<Reply> {
		const end = await this.#ask(host, { command: ['/.lab/bin/sh'], script: READ, args: [path] });
		if (!end) return this.#refuse(`${host} does not answer.`);
		if (end.timedOut || end.code > 1) this.#fail(`${path} on ${host} could not be read.`);
		return end;
	}

	async #hosts(): Promise<Reply> {
		const asked = this.#others().map(async (host) => {
			const end = await this.#ask(host, { command: ['/.lab/bin/true'] }, 3);
			return end?.code === 0 ? `${host}\n` : '';
		});
		return { code: 0, stdout: (await Promise.all(asked)).join(''), stderr: '' };
	}

	async #ask(
		host: string,
		work: { command: string[]; script?: string; args?: string[] },
		most = Infinity
	): Promise<ExecResult | null> {
		const left = Math.max(1, Math.min(most, (this.#until - Date.now()) / 1000));
		const env = { ...this.#desk.env, PATH, LAB_HOST: host };
		const { sandbox, shielded = false } = this.#desk;
		return sandbox.exec(host, { ...work, env, shielded, timeoutSeconds: left }).catch(() => null);
	}

	#others = () => this.#desk.sandbox.hosts.filter((host) => host !== GRADER);

	#refuse(sentence: string): Reply {
		this.#fail(sentence);
		return { code: NOT_ANSWERED, stdout: '', stderr: `${sentence}\n` };
	}

	#fail(sentence: string) {
		this.trouble ??= sentence;
	}

	#run(script: string, timeoutSeconds = this.#desk.timeoutSeconds + 5) {
		const work = { command: ['/.lab/bin/sh'], script, args: [this.mailbox], timeoutSeconds };
		return this.#desk.sandbox.exec(GRADER, { ...work, env: { PATH: '/.lab/bin' } });
	}
}

/** A pipe or a device would keep us waiting, and an endless file is no evidence. */
const READ = `exec 9<&-
export PATH=/.lab/bin
[ -e "$1" ] || { echo "There is no $1." >&2; exit 1; }
[ -f "$1" ] || { echo "$1 is not a file." >&2; exit 1; }
[ "$(stat -Lc %s "$1")" -le 262144 ] || { echo "$1 is larger than 256 KiB." >&2; exit 1; }
head -c 262144 "$1"
`;
