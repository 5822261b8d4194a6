/**
 * A shell small enough to be read, for the in-memory engine: words, quotes, variables, one-line
 * functions, `&&`, `||`, `;`, redirection into files, and a dozen commands. Enough for tests of
 * other rooms and for working on the pages without Docker; it pretends to nothing more.
 */

/** A host: its files by absolute path. */
export interface ToyHost {
	name: string;
	files: Map<string, string>;
	/** The file that is served on a port. */
	services: Map<number, string>;
}

export interface ToyState {
	host: ToyHost;
	variables: Map<string, string>;
	functions: Map<string, string>;
	/** Positional parameters. */
	args: string[];
	cwd: string;
	/** Aborted when time is up or the shell is closed. */
	signal: AbortSignal;
	out(text: string): void;
	error(text: string): void;
}

/** What `exit` throws: the only way out of every nesting. */
export class Exit {
	readonly code: number;
	constructor(code: number) {
		this.code = code;
	}
}

/** Run a script. Returns the code of its last command, or that of `exit`. */
export async function runScript(source: string, state: ToyState): Promise<number> {
	try {
		return await runLines(source, state);
	} catch (end) {
		if (end instanceof Exit) return end.code;
		throw end;
	}
}

async function runLines(source: string, state: ToyState): Promise<number> {
	let code = 0;
	for (const line of source.split('\n')) {
		const text = line.trim();
		if (text === '' || text.startsWith('#')) continue;
		const definition = /^(\w+)\(\) \{ (.*) \}$/.exec(text);
		if (definition) state.functions.set(definition[1] ?? '', definition[2] ?? '');
		else code = await runLine(text, state, code);
	}
	return code;
}

async function runLine(line: string, state: ToyState, last: number): Promise<number> {
	let code = last;
	let skip = false;
	for (const piece of pieces(line)) {
		if (piece === '&&') skip = code !== 0;
		else if (piece === '||') skip = code === 0;
		else if (piece === ';') skip = false;
		else if (!skip) code = await runCommand(piece, state, code);
	}
	return code;
}

/** Cut at `;`, `&&` and `||` outside quotes. */
const pieces = (line: string) =>
	(line.match(/&&|\|\||;|(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^;&|'"\\])+/g) ?? [])
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');

async function runCommand(text: string, state: ToyState, last: number): Promise<number> {
	const [name = '', ...args] = split(text, state, last);
	if (args.length === 0 && assign(name, state)) return 0;
	const body = state.functions.get(name);
	if (body !== undefined) return runLine(body, { ...state, args }, last);
	const command = COMMANDS[name];
	if (!command) {
		state.error(`${name}: command not found in the in-memory engine\n`);
		return 127;
	}
	const at = args.findIndex((word) => word === '>' || word === '>>');
	return at < 0 ? command(args, state, last) : intoFile(command, args, at, { state, last });
}

function assign(word: string, { variables }: ToyState): boolean {
	const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
	if (name !== undefined) variables.set(name, value);
	return name !== undefined;
}

async function intoFile(
	command: Command,
	args: string[],
	at: number,
	now: { state: ToyState; last: number }
) {
	const { files } = now.state.host;
	const target = path(now.state, args[at + 1] ?? 'output');
	let written = args[at] === '>>' ? (files.get(target) ?? '') : '';
	const code = await command(
		args.slice(0, at),
		{ ...now.state, out: (piece) => (written += piece) },
		now.last
	);
	files.set(target, written);
	return code;
}

function split(text: string, state: ToyState, last: number): string[] {
	const words = text.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g) ?? [];
	return words.map((word) =>
		word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|([^'"]+)/g, (_all, plain, double, bare) =>
			plain !== undefined ? String(plain) : expand(String(double ?? bare), state, last)
		)
	);
}

const expand = (text: string, { variables, args }: ToyState, last: number) =>
	text.replace(/\$(\w+|[*?@])|\$\{(\w+)\}|\\(.)/g, (_all, bare, braced, escaped) => {
		if (escaped !== undefined) return String(escaped);
		const name = String(bare ?? braced);
		if (name === '?') return `${last}`;
		if (name === '*' || name === '@') return args.join(' ');
		return /^\d$/.test(name) ? (args[Number(name) - 1] ?? '') : (variables.get(name) ?? '');
	});

const path = (state: ToyState, name: string) =>
	name.startsWith('/') ? name : `${state.cwd === '/' ? '' : state.cwd}/${name}`;

type Command = (args: string[], state: ToyState, last: number) => number | Promise<number>;

const COMMANDS: Record<string, Command> = {
	true: () => 0,
	':': () => 0,
	false: () => 1,
	exec: () => 0, // `exec 9<&-`: there are no descriptors to close
	echo: (args, { out }) => (out(`${args.join(' ')}\n`), 0),
	printf([format = '', ...args], { out }) {
		const text = format
			.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)))
			.replaceAll('\\n', '\n');
		out(text.replace(/%s/g, () => args.shift() ?? ''));
		return 0;
	},
	hostname: (_args, { host, out }) => (out(`${host.name}\n`), 0),
	pwd: (_args, { cwd, out }) => (out(`${cwd}\n`), 0),
	ls: (_args, { host, out }) => (out([...host.files.keys()].map((name) => `${name}\n`).join('')), 0),
	cat(args, state) {
		const found = args.map((name) => state.host.files.get(path(state, name)));
		found.forEach((content) => content !== undefined && state.out(content));
		return found.includes(undefined) ? 1 : 0;
	},
	touch(args, state) {
		for (const name of args)
			state.host.files.set(path(state, name), state.host.files.get(path(state, name)) ?? '');
		return 0;
	},
	serve([port = '', name = ''], state) {
		state.host.services.set(Number(port), path(state, name));
		return 0;
	},
	rm(args, state) {
		for (const name of args) state.host.files.delete(path(state, name));
		return 0;
	},
	test: ([flag, name = '', other], state) => {
		if (flag === '-f') return state.host.files.has(path(state, name)) ? 0 : 1;
		if (flag === '-n') return name !== '' ? 0 : 1;
		return name === '=' && flag === other ? 0 : 1;
	},
	sleep: ([seconds = '0'], { signal }) =>
		new Promise((resolve) => {
			const timer = setTimeout(() => resolve(0), Number(seconds) * 1000);
			signal.addEventListener('abort', () => (clearTimeout(timer), resolve(137)), { once: true });
		}),
	exit: ([code = '0']) => {
		throw new Exit(Number(code));
	}
};
