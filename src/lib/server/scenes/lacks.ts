/** What a lab asks of this machine and does not find: said before anything is started. */
import type { Feature, Lab } from '#lib/server/labs/index.ts';
import type { Abilities, SandboxEngine } from '#lib/server/sandbox/index.ts';

const ABILITY: Record<Feature, Exclude<keyof Abilities, 'runtimes' | 'internet'>> = {
	...{ partition: 'partition', loss: 'loss', rate: 'rate', delay: 'delay', copy: 'copy' },
	'disk-fill': 'diskFill'
};

type Asked = Pick<SandboxEngine, 'abilities' | 'machine'>;

/** Sentences why it cannot be started now; none when it can. */
export async function lacksOf(engine: Asked, lab: Pick<Lab, 'requires'>): Promise<string[]> {
	const lacks = await cannot(engine, lab);
	const { memoryMiB: wanted } = lab.requires;
	if (wanted === null) return lacks;
	const { memoryFreeMiB, memoryMiB } = await engine.machine();
	const free = memoryFreeMiB ?? memoryMiB;
	return free >= wanted
		? lacks
		: [...lacks, `It asks for ${wanted} MiB of memory, and ${Math.floor(free)} MiB are free.`];
}

/** Sentences why it could not be started even if nobody else were here. */
export async function neverHas(engine: Asked, lab: Pick<Lab, 'requires'>): Promise<string[]> {
	const lacks = await cannot(engine, lab);
	const { memoryMiB: wanted } = lab.requires;
	if (wanted === null) return lacks;
	const { memoryMiB } = await engine.machine();
	return memoryMiB >= wanted
		? lacks
		: [...lacks, `It asks for ${wanted} MiB of memory, and this machine has ${Math.floor(memoryMiB)} MiB.`];
}

/** The same, where everything that its hosts may take counts as asked for: an author who is not trusted with more. */
export function neverFits(
	engine: Asked,
	{ requires, hosts, grader }: Pick<Lab, 'requires' | 'hosts' | 'grader'>
): Promise<string[]> {
	const all = [...hosts, ...(grader ? [grader] : [])];
	const taken = all.reduce((sum, { limits }) => sum + limits.memoryMiB, 0);
	return neverHas(engine, { requires: { ...requires, memoryMiB: Math.max(requires.memoryMiB ?? 0, taken) } });
}

async function cannot(engine: Asked, { requires }: Pick<Lab, 'requires'>): Promise<string[]> {
	const { runtimes, features, internet } = requires;
	if (runtimes.length + features.length + internet.length === 0) return [];
	const abilities = await engine.abilities();
	const lacks = [
		...runtimes.map((runtime) => abilities.runtimes[runtime]),
		...features.map((feature) => abilities[ABILITY[feature]]),
		notAllowed(internet.filter((place) => !abilities.internet.includes(place)))
	];
	return lacks.filter((lack) => lack !== null);
}

const notAllowed = (places: string[]): string | null =>
	places.length === 0
		? null
		: `Its machines are to reach ${places.join(', ')}, which is not among the places this platform gives a way to (setting INTERNET_HOSTS).`;
