/** What befalls hosts: gathered here, told to who listens, the latest kept for the operator. */
import type Dockerode from 'dockerode';
import type { Incident } from '../health.ts';
import { messages } from './image-messages.ts';
import { LABELS } from './objects.ts';

const KEPT = 50;
/** A program that runs out of memory in a loop is one thing that happened, not hundreds. */
const SAME_MILLISECONDS = 10_000;
const AGAIN_MILLISECONDS = 5000;

export class Incidents {
	readonly #latest: Incident[] = [];
	readonly #listeners = new Set<(incident: Incident) => void>();

	/** Newest first. */
	get latest(): readonly Incident[] {
		return this.#latest;
	}

	/** Hear of each from now on; the function returned ends that. */
	listen(listener: (incident: Incident) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	report(incident: Incident): void {
		const same = this.#latest.find(
			({ sandbox, host, kind }) =>
				sandbox === incident.sandbox && host === incident.host && kind === incident.kind
		);
		if (same && incident.at.getTime() - same.at.getTime() < SAME_MILLISECONDS) return;
		this.#latest.unshift(incident);
		this.#latest.length = Math.min(this.#latest.length, KEPT);
		for (const listener of this.#listeners) listener(incident);
	}
}

interface DockerEvent {
	timeNano?: number;
	Actor?: { Attributes?: Record<string, string> };
}

/** Report every memory kill in this installation's sandboxes, until the signal aborts. Never throws. */
export async function hearMemoryKills(
	docker: Dockerode,
	instance: string,
	{ incidents, signal }: { incidents: Incidents; signal: AbortSignal }
): Promise<void> {
	const filters = { type: ['container'], event: ['oom'], label: [`${LABELS.instance}=${instance}`] };
	while (!signal.aborted) {
		try {
			const stream = await docker.getEvents({ filters, abortSignal: signal } as Dockerode.GetEventsOptions);
			for await (const event of messages(stream)) {
				const { [LABELS.sandbox]: sandbox, [LABELS.host]: host } =
					(event as DockerEvent).Actor?.Attributes ?? {};
				if (!sandbox || !host) continue;
				const text = `${host} ran out of memory, so one of its programs was ended by the kernel. The machine itself goes on.`;
				incidents.report({ sandbox, host, kind: 'memory', text, at: new Date() });
			}
		} catch {
			// The engine is away; whoever needs it now says so. We ask again until we are closed.
		}
		await pause(AGAIN_MILLISECONDS, signal);
	}
}

/** Wait, but not beyond the signal. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		timer.unref();
		signal.addEventListener('abort', end);
	});
}
