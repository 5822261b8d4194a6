/** What tests of engines are made of: a small host, a small sandbox, patience with a shell. */
import { text } from 'node:stream/consumers';
import type { Duplex } from 'node:stream';
import type { HostSpec, SandboxSpec, Shell } from './index.ts';

export const host = (changes: Partial<HostSpec> = {}): HostSpec => ({
	name: 'box',
	image: 'linux',
	user: 'learner',
	profile: 'standard',
	sudo: false,
	networks: [],
	memoryMiB: 128,
	cpus: 1,
	pids: 128,
	diskMiB: 256,
	env: { GREETING: 'hello' },
	files: [],
	...changes
});

export const spec = (changes: Partial<SandboxSpec> = {}): SandboxSpec => ({
	hosts: [host()],
	networks: [],
	lifetimeSeconds: 600,
	labels: { 'labwright.user': 'ada' },
	...changes
});

export const bytes = (text: string) => new TextEncoder().encode(text);

/** Read until a text was printed; fails by the test's own time limit. */
export async function seen(shell: Shell, text: string): Promise<string> {
	let printed = '';
	const decoder = new TextDecoder();
	for await (const piece of shell.output) {
		printed += decoder.decode(piece, { stream: true });
		if (printed.includes(text)) return printed;
	}
	throw new Error(`The shell ended without printing ${JSON.stringify(text)}:\n${printed}`);
}

/** Serves /tmp/page.html on port 8080, on whichever engine: the toy one knows `serve` alone. */
export const SERVE = 'serve 8080 /tmp/page.html || python3 -m http.server 8080 -d /tmp';

/** What the page says, once its service is up; fails by the test's own time limit. */
export async function asked(connect: () => Promise<Duplex | null>): Promise<string> {
	for (;;) {
		const stream = await connect();
		if (stream) {
			stream.end('GET /page.html HTTP/1.0\r\n\r\n');
			return text(stream);
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
