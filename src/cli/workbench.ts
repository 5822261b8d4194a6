/**
 * The author's workbench: one living sandbox per lab, found again by its name from one call to the
 * next. Always the same draw of the parameters, so that what was seen can be seen again.
 */
import { paramValues, type Lab } from '#lib/server/labs/index.ts';
import type { Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec } from '#lib/server/scenes/index.ts';
import { openDocker } from './engine.ts';
import { findLab } from './folders.ts';
import type { Paper } from './paper.ts';
import { Stage } from './proof/stage.ts';
import { withCause } from './proof/stages.ts';
import { Complaint } from './verb.ts';

/** It ends by itself when its author has gone home. */
const LIFETIME_SECONDS = 4 * 3600;

export interface Workbench {
	lab: Lab;
	/** The living one, or null when it is not up. */
	find(): Promise<Stage | null>;
	/** The living one. @throws Complaint when it is not up. */
	stage(): Promise<Stage>;
	/** Bring it up; one that is up stays as it is. */
	up(paper: Paper): Promise<{ stage: Stage; fresh: boolean }>;
	down(): Promise<boolean>;
}

/** Work with a lab's sandbox and let go of the engine afterwards. */
export async function atWorkbench<T>(folder: string, work: (bench: Workbench) => Promise<T>): Promise<T> {
	const lab = await findLab(folder);
	if (lab.hosts.length === 0)
		throw new Complaint(`The lab ${lab.id} has no hosts, so there is nothing to bring up.`);
	const engine = await openDocker('author');
	try {
		return await work(workbench(lab, engine));
	} finally {
		await engine.close();
	}
}

function workbench(lab: Lab, engine: SandboxEngine): Workbench {
	const name = `author-${lab.id}`;
	const values = paramValues(lab, { key: 'author', learner: 'author', scope: 'bench' });
	const stageOf = (sandbox: Sandbox, took: number | null) => {
		const stage = new Stage(lab, values, sandbox, took);
		stage.original = { engine, name, lab, values, userId: 0 };
		return stage;
	};
	const find = async () => {
		const sandbox = await engine.find(name);
		return sandbox && stageOf(sandbox, null);
	};
	const setUp = async (paper: Paper): Promise<Stage> => {
		const spec = sandboxSpec(lab, values, { lifetimeSeconds: LIFETIME_SECONDS, userId: 0 });
		const { signal } = new AbortController();
		const started = performance.now();
		try {
			const sandbox = await bringUp({
				...{ engine, lab, name, spec, values, signal },
				tell: (steps) => paper.progress([steps.at(-1)!.text, steps.at(-1)!.detail ?? ''].join('  '))
			});
			return stageOf(sandbox, Math.round(performance.now() - started));
		} catch (error) {
			await engine.remove(name);
			throw new Complaint(withCause(error as Error));
		}
	};
	return {
		lab,
		find,
		async stage() {
			const living = await find();
			if (living) return living;
			throw new Complaint(`The lab ${lab.id} is not up. \`npm run lab -- up DIR\` brings it up.`);
		},
		async up(paper) {
			const living = await find();
			return living ? { stage: living, fresh: false } : { stage: await setUp(paper), fresh: true };
		},
		async down() {
			const wasUp = (await engine.list()).includes(name);
			await engine.remove(name);
			return wasUp;
		}
	};
}
