/** What a lab asks of this machine and does not find: said before anything is started. */
import type { Feature, Lab } from '#lib/server/labs/index.ts';
import type { Abilities, SandboxEngine } from '#lib/server/sandbox/index.ts';

const ABILITY: Record<Feature, Exclude<keyof Abilities, 'runtimes'>> = {
	...{ partition: 'partition', loss: 'loss', rate: 'rate', delay: 'delay', copy: 'copy' },
	'disk-fill': 'diskFill'
};

/** Sentences why not; none when it can be started. */
export async function lacksOf(
	engine: Pick<SandboxEngine, 'abilities' | 'machine'>,
	{ requires }: Pick<Lab, 'requires'>
): Promise<string[]> {
	const { memoryMiB, runtimes, features } = requires;
	const lacks: (string | null)[] = [];
	if (runtimes.length + features.length > 0) {
		const abilities = await engine.abilities();
		lacks.push(...runtimes.map((runtime) => abilities.runtimes[runtime]));
		lacks.push(...features.map((feature) => abilities[ABILITY[feature]]));
	}
	if (memoryMiB !== null) lacks.push(await tooLittle(engine, memoryMiB));
	return lacks.filter((lack) => lack !== null);
}

async function tooLittle(engine: Pick<SandboxEngine, 'machine'>, wanted: number): Promise<string | null> {
	const { memoryFreeMiB, memoryMiB } = await engine.machine();
	const free = memoryFreeMiB ?? memoryMiB;
	return free >= wanted ? null : `It asks for ${wanted} MiB of memory, and ${Math.floor(free)} MiB are free.`;
}
