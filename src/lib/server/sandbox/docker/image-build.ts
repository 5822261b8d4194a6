/**
 * One build on the Docker engine, told in words. Knows nothing of folders and tags' meaning.
 */
import { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { messages } from './image-messages.ts';

export interface Build {
	/** For people: the folder's name. */
	name: string;
	/** `repository:tag` to give to the result. */
	tag: string;
	/** The build context, a tar archive. */
	archive: Buffer;
	labels: Record<string, string>;
	buildArgs: Record<string, string>;
	/** Every step is made, whatever the engine remembers of it. */
	anew?: boolean;
}

const LONGEST_MINUTES = 40;

/** Lines of a failed build that are shown to who can mend it. */
const LINES_SHOWN = 15;

const LINES_KEPT = 200;

/** Between two sentences about packages. */
const PAUSE_MILLISECONDS = 300;

/** A build that could not reach the package mirror, which the host itself may well reach; or lost its bridge. */
const NO_NETWORK =
	/Temporary failure (in name resolution|resolving)|Could not resolve|Network is unreachable|could not find bridge/;

/**
 * Build an image; `tell` hears a sentence at every step.
 * @throws Error with the image's name, the step that failed and the last lines it printed.
 */
export async function buildImage(docker: Docker, build: Build, tell: (text: string) => void): Promise<void> {
	const first = await attempt(docker, build, tell, 'default');
	if (first === null) return;
	// Docker's bridge has no way out on some machines (a firewall, no address translation). The
	// Dockerfiles are the operator's own, so the host's network is an answer.
	const failure = NO_NETWORK.test(first.message) ? await attempt(docker, build, tell, 'host') : first;
	if (failure) throw failure;
}

async function attempt(docker: Docker, build: Build, tell: (text: string) => void, network: string) {
	const { name, tag, archive, labels, buildArgs, anew } = build;
	const stream = await docker.buildImage(Readable.from([archive]), {
		t: tag,
		labels,
		buildargs: buildArgs,
		networkmode: network,
		nocache: anew ?? false,
		rm: true,
		forcerm: true,
		abortSignal: AbortSignal.timeout(LONGEST_MINUTES * 60_000)
	});
	const printed: string[] = [];
	const narrate = narrator(tell);
	for await (const { stream: text, error } of messages(stream)) {
		if (error) return new Error(failure({ name, step: narrate.step, printed, error }));
		for (const line of (text ?? '').split('\n').filter((line) => line.trim() !== '')) {
			printed.push(line);
			if (printed.length > LINES_KEPT) printed.shift();
			narrate.hear(line);
		}
	}
	return null;
}

/** Follows a build's output line by line, and says what it means; of packages, a few each second. */
function narrator(tell: (text: string) => void) {
	let spoken = -Infinity;
	return {
		/** The step that runs, as the engine prints it. */
		step: '',
		hear(line: string) {
			const said = sentence(line, this.step);
			if (line.startsWith('Step ')) [this.step, spoken] = [line, -Infinity];
			if (!said || performance.now() - spoken < PAUSE_MILLISECONDS) return;
			if (!line.startsWith('Step ')) spoken = performance.now();
			tell(said);
		}
	};
}

interface Failure {
	name: string;
	step: string;
	printed: string[];
	error: string;
}

const failure = ({ name, step, printed, error }: Failure) =>
	[`The image ${name} could not be built. It failed at: ${step || 'its first line'}`]
		.concat(printed.filter((line) => !line.startsWith('Step ')).slice(-LINES_SHOWN), error.trim())
		.join('\n');

/** What a line of a build's output means to someone who waits for it, or null if nothing. */
export function sentence(line: string, step: string): string | null {
	const begins = /^Step (\d+)\/(\d+) : (\S+)\s*(.*)/.exec(line);
	if (begins) {
		const [, number, total, instruction = '', rest = ''] = begins;
		return instruction === 'LABEL' ? null : `step ${number} of ${total}: ${meaning(instruction, rest)}`;
	}
	const [, doing, thing] = /^(Unpacking|Setting up) ([a-z0-9][a-z0-9.+-]*)/.exec(line) ?? [];
	const [, number, total] = /^Step (\d+)\/(\d+)/.exec(step) ?? [];
	return doing && number ? `step ${number} of ${total}: ${doing.toLowerCase()} ${thing}` : null;
}

function meaning(instruction: string, rest: string): string {
	switch (instruction.toUpperCase()) {
		case 'FROM':
			return `starting from ${rest.split(/\s/)[0]}`;
		case 'RUN':
			return /\bapt(-get)?\b.*\binstall\b/.test(rest) ? 'installing packages' : 'running its setup';
		case 'COPY':
		case 'ADD':
			return 'copying files';
		default:
			return 'writing down its settings';
	}
}
