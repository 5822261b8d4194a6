/** A learner without a browser: presses the same forms, hears the same events, opens the same terminals. */
import { setTimeout as pause } from 'node:timers/promises';
import { until, type Line } from './line.ts';
import { pageData } from './page-data.ts';
import { openTerminal } from './terminal.ts';

export const LAB = 'bench';
/** The lab page does not read itself anew more often than this. */
const PAGE_APART_MILLISECONDS = 30;

export class Learner {
	readonly origin: string;
	readonly cookie: string;
	readonly lab: string;

	private constructor(origin: string, cookie: string, lab: string) {
		this.origin = origin;
		this.cookie = cookie;
		this.lab = lab;
	}

	static async signUp(origin: string, name: string, lab = LAB): Promise<Learner> {
		const body = new URLSearchParams({ name, password: 'a quiet harbour at night' });
		const response = await fetch(`${origin}/sign-up`, {
			...{ method: 'POST', body, redirect: 'manual' },
			headers: { origin, accept: 'text/html' }
		});
		const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
		if (response.status !== 303 || cookie.length === 0)
			throw new Error(`${name} could not sign up: ${response.status} ${await response.text()}`);
		return new Learner(origin, cookie.join('; '), lab);
	}

	/** Come in with a code that an instructor handed out, and choose a password. */
	static async enter(origin: string, code: string, lab: string): Promise<Learner> {
		const body = new URLSearchParams({ code, password: 'a quiet harbour at night' });
		const response = await fetch(`${origin}/enter?code=${code}`, {
			...{ method: 'POST', body, redirect: 'manual' },
			headers: { origin, accept: 'text/html' }
		});
		const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
		if (response.status !== 303 || cookie.length === 0)
			throw new Error(`The code ${code} let nobody in: ${response.status} ${await response.text()}`);
		return new Learner(origin, cookie.join('; '), lab);
	}

	/** Press a button of the lab page. @throws with the sentence, when it was refused. */
	async press(action: string, fields: Record<string, string> = {}): Promise<void> {
		const response = await fetch(`${this.origin}/labs/${this.lab}?/${action}`, {
			...{ method: 'POST', body: new URLSearchParams(fields) },
			headers: {
				...{ origin: this.origin, cookie: this.cookie },
				...{ accept: 'application/json', 'x-sveltekit-action': 'true' }
			}
		});
		const answer = (await response.json()) as { type: string; data?: string };
		if (answer.type !== 'success') throw new Error(`${action} was refused: ${JSON.stringify(answer)}`);
	}

	/** Press Start and wait, as the page does, until the machines are there. Returns the run's id. */
	async start(): Promise<number> {
		const closing = new AbortController();
		const changes = await this.#changes(closing.signal);
		try {
			await this.press('start');
			for (;;) {
				const run = await this.run();
				if (run?.state === 'ready') return run.id;
				if (run?.state === 'ended') throw new Error(`The lab did not start: ${run.endReason}`);
				await changes.changed();
			}
		} finally {
			closing.abort();
		}
	}

	/** A terminal whose prompt is there. */
	async terminal(runId: number, shell: string): Promise<Line> {
		const line = openTerminal({ origin: this.origin, cookie: this.cookie, runId, shell });
		await until(line, PROMPT);
		return line;
	}

	/** Their last run, as the lab page has it. */
	async run() {
		return (await this.page()).run;
	}

	async page(): Promise<LabPage> {
		const response = await fetch(`${this.origin}/labs/${this.lab}/__data.json`, {
			headers: { cookie: this.cookie }
		});
		return pageData(await response.text()) as LabPage;
	}

	/** The page's ear: `changed` resolves when something has, as soon as the page would read itself anew. */
	async #changes(signal: AbortSignal) {
		const { body } = await fetch(`${this.origin}/events`, { headers: { cookie: this.cookie }, signal });
		const reader = body?.getReader();
		if (!reader) throw new Error('The server sends no events.');
		await reader.read(); // it listens
		let heard = Promise.withResolvers<void>();
		const listen = async () => {
			while (!(await reader.read()).done) heard.resolve();
			heard.reject(new Error('The server has stopped sending events.'));
		};
		listen().catch(() => {}); // aborted at the end
		let last = -Infinity;
		return {
			async changed() {
				await heard.promise;
				await pause(Math.max(0, last + PAGE_APART_MILLISECONDS - performance.now()));
				heard = Promise.withResolvers();
				last = performance.now();
			}
		};
	}
}

/** What of the lab page's data is read here. */
interface LabPage {
	run: RunOnPage | null;
	tasks: { id: string; checks: { id: string; title: string }[] }[];
}

interface RunOnPage {
	id: number;
	state: 'waiting' | 'starting' | 'ready' | 'ended';
	place: { before: number; turn: number | null } | null;
	steps: { text: string }[];
	endReason: string | null;
}

/** How the prompt of the bench's host begins. */
export const PROMPT = 'learner@';
