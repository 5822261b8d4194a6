/** What a lab asks of the platform, said by the author or following from what the lab does. */
import type { Draft } from './draft.ts';
import type { FaultStep } from './faults/fault.ts';
import type { Feature, Lab, Requirements, View } from './lab.ts';

export function requirementsOf(draft: Draft, lab: Pick<Lab, 'hosts' | 'faults' | 'tasks'>): Requirements {
	const { memory = null, runtime, features } = draft.written.requires;
	const wished = lab.hosts.map(({ isolation }) => isolation).filter((wish) => wish !== 'default');
	// What is done instead can be done everywhere.
	const broken = lab.faults.flatMap(({ steps, instead }) => (instead ? [] : steps.flatMap(featuresOf)));
	const copied = lab.tasks.some(({ checks }) =>
		checks.some((check) => check.type === 'script' && check.trust === 'clone')
	);
	return {
		memoryMiB: memory,
		internet: [...new Set(lab.hosts.flatMap(({ internet }) => internet))],
		runtimes: [...new Set([...(runtime ? [runtime] : []), ...wished])],
		features: [...new Set<Feature>([...features, ...broken, ...(copied ? ['copy' as const] : [])])]
	};
}

/** Steps that not every machine can do. */
function featuresOf(step: FaultStep): Feature[] {
	if (step.verb === 'partition' || step.verb === 'disk-fill') return [step.verb];
	if (step.verb !== 'impair') return [];
	return [
		...(step.delayMilliseconds === undefined ? [] : ['delay' as const]),
		...(step.lossShare === undefined ? [] : ['loss' as const]),
		...(step.kilobitsPerSecond === undefined ? [] : ['rate' as const])
	];
}

export function viewsOf({ written }: Draft): View[] {
	return written.views.flatMap(({ title, terminal, web }): View[] => {
		if (web) return [{ type: 'web', title: title ?? `${web.host}:${web.port}`, ...web }];
		return terminal ? [{ type: 'terminal', host: terminal, title: title ?? terminal }] : [];
	});
}
