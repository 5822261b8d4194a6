/** Steps of the world: as written, as done, and what takes them back. */
import type { WorldStep } from './fault.ts';
import type { WrittenStep } from './schema.ts';

export type WrittenWorldStep = Exclude<WrittenStep, { do: 'run' }>;

export function worldStep(step: WrittenWorldStep): WorldStep {
	if (step.do === 'impair') {
		const { host, network, delay, loss, rate } = step;
		return {
			...{ verb: 'impair', host, network },
			...(delay === undefined ? {} : { delayMilliseconds: delay }),
			...(loss === undefined ? {} : { lossShare: loss }),
			...(rate === undefined ? {} : { kilobitsPerSecond: rate })
		};
	}
	if (step.do === 'disk-fill')
		return { verb: 'disk-fill', host: step.host, path: step.path, leaveMiB: step.leave };
	if (step.do === 'clock') return { verb: 'clock', host: step.host, bySeconds: step.by };
	const { do: verb, ...rest } = step;
	return { verb, ...rest } as WorldStep;
}

/** The steps that take these back, the last one first; null when one of them cannot be. */
export function opposites(steps: { verb: string }[]): WorldStep[] | null {
	const back = steps.map((step) => opposite(step as WorldStep)).reverse();
	return back.includes(null) ? null : (back as WorldStep[]);
}

/** A restart mends itself, and what a script has done nobody can guess. */
function opposite(step: WorldStep): WorldStep | null {
	switch (step.verb) {
		case 'kill':
		case 'stop':
			return { verb: 'start', host: step.host };
		case 'pause':
			return { verb: 'resume', host: step.host };
		case 'partition':
			return { ...step, verb: 'rejoin' };
		case 'impair':
			return { verb: 'mend', host: step.host, network: step.network };
		case 'disk-fill':
			return { verb: 'disk-free', host: step.host, path: step.path };
		case 'clock':
			return { ...step, bySeconds: -step.bySeconds };
		default:
			return null;
	}
}
