/**
 * From what an author wrote to what the other rooms work with: defaults that depend on each
 * other, scripts as text, files as bytes. Reports only what keeps it from doing so; whether the
 * result makes sense is asked in rules/.
 */
import type { Draft } from './draft.ts';
import { buildDrill, buildProbes } from './drill-build.ts';
import type { AnswerCheck, Check, Fault, Host, Lab, Param, Step, Task } from './lab.ts';
import type { LabFile } from './schema.ts';
import { checkScript, scriptOf } from './scripts.ts';
import { readSolutions, readWrongSolutions } from './solutions.ts';
import { readFaults } from './faults/read.ts';
import { graderOf } from './grader.ts';
import { requirementsOf, viewsOf } from './needs-around.ts';
import { buildFile } from './placed-file.ts';
import { readGuide } from './guide/pages.ts';
import { readQuiz } from './quiz/read.ts';

/** Checks that take longer than this are not run behind the learner's back. */
const WATCHABLE_SECONDS = 15;

export function buildLab(draft: Draft, courseId: string, moduleId: string): Lab {
	const { written, folder } = draft;
	const hosts = Object.entries(written.hosts).map(([name, host]) => buildHost(draft, name, host));
	const faults = readFaults(draft);
	const tasks = written.tasks.map((task, index) => buildTask(draft, task, { index, faults }));
	const { id, title, summary, language, version, level, minutes, tags, outcomes } = written;
	return {
		...{ id, title, summary, language, version, level, minutes, tags, outcomes, courseId, moduleId },
		folder: folder.path,
		digest: folder.digest,
		params: Object.entries(written.params).map(([name, param]): Param => ({ name, ...param })),
		networks: Object.entries(written.networks).map(([name, { subnet = null }]) => ({ name, subnet })),
		hosts,
		grader: graderOf(draft),
		setup: written.setup.map((step, index) => buildStep(draft, step, index)),
		views: viewsOf(draft),
		requires: requirementsOf(draft, { hosts, faults, tasks }),
		survivesReboot: written.survives === 'reboot',
		...{ faults, tasks, probes: buildProbes(draft), drill: buildDrill(draft) },
		guide: readGuide(draft),
		solutions: readSolutions(draft, 'solve'),
		wrong: readWrongSolutions(draft)
	};
}

function buildHost(draft: Draft, name: string, host: LabFile['hosts'][string]): Host {
	const { image, user, hidden, profile, isolation, sudo, limits, env, needs, ready } = host;
	const { memory, cpus, pids, disk } = limits;
	return {
		...{ name, image, user, hidden, profile, isolation, sudo, env, needs },
		internet: [...new Set(host.internet.flat())],
		networks: Object.entries(host.networks).map(([network, { ipv4 = null }]) => ({ name: network, ipv4 })),
		limits: { memoryMiB: memory, cpus, pids, diskMiB: disk },
		files: host.files.map((file, index) => buildFile(draft, file, ['hosts', name, 'files', index, 'from'])),
		ready: ready
			? {
					script: scriptOf(draft, ready.run, ['hosts', name, 'ready', 'run']),
					everySeconds: ready.every,
					timeoutSeconds: ready.timeout
				}
			: null
	};
}

function buildStep(draft: Draft, step: LabFile['setup'][number], index: number): Step {
	const { host, args, env, timeout } = step;
	return {
		host,
		args,
		env,
		timeoutSeconds: timeout,
		script: scriptOf(draft, step.run, ['setup', index, 'run'])
	};
}

function buildTask(
	draft: Draft,
	task: LabFile['tasks'][number],
	{ index, faults }: { index: number; faults: Fault[] }
): Task {
	const { id, title, needs } = task;
	const checks = task.checks.map((check, c) => buildCheck(draft, check, ['tasks', index, 'checks', c]));
	return {
		...{ id, title, needs, checks },
		fault: faults.find(({ id }) => id === task.fault) ?? null,
		hints: (task.hints ?? []).map(({ text, cost, after }) => ({ text, cost, afterSeconds: after })),
		points: checks.reduce((sum, { points }) => sum + points, 0)
	};
}

type WrittenCheck = LabFile['tasks'][number]['checks'][number];

function buildCheck(draft: Draft, check: WrittenCheck, at: PropertyKey[]): Check {
	const { id, title, points, hidden, mode, initially } = check;
	const base = { id, title, points, hidden, mode, initially };
	if (check.type === 'answer') {
		const attempts = check.attempts ?? null;
		return { ...base, type: 'answer', expect: expectation(check.expect), attempts, trigger: 'button' };
	}
	if (check.type === 'quiz') {
		if (hidden) draft.error([...at, 'hidden'], 'A quiz cannot be hidden: learners must see it to answer it.');
		const quiz = readQuiz(draft, check.questions, [...at, 'questions']);
		return { ...base, type: 'quiz', quiz, attempts: check.attempts ?? null, trigger: 'button' };
	}
	const { host, args, timeout, trust } = check;
	return {
		...{ ...base, type: 'script', host, args, trust, timeoutSeconds: timeout },
		script: checkScript(draft, check.run, [...at, 'run']),
		trigger: check.trigger ?? (timeout > WATCHABLE_SECONDS ? 'button' : 'watch')
	};
}

type WrittenExpectation = Extract<WrittenCheck, { type: 'answer' }>['expect'];

function expectation(written: WrittenExpectation): AnswerCheck['expect'] {
	if (typeof written === 'string') return { text: [written] };
	return Array.isArray(written) ? { text: written } : written;
}
