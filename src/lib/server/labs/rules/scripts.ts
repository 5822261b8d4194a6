import type { Draft } from '../draft.ts';
import { textOf } from '../folder.ts';
import { GRADER } from '../lab.ts';
import type { LabFile } from '../schema.ts';
import { pathIn } from '../scripts.ts';

const MAX_INLINE_LINES = 12;

type WrittenCheck = Extract<LabFile['tasks'][number]['checks'][number], { type: 'script' }>;

/** Scripts that are long, take too long, or look at the wrong evidence. */
export function scriptsAreSound(draft: Draft) {
	for (const { run, at } of runs(draft)) {
		const lines = run.split('\n').length;
		if (pathIn(run) !== null || lines <= MAX_INLINE_LINES) continue;
		draft.warning(
			at,
			`This script has ${lines} lines. Put more than ${MAX_INLINE_LINES} into a file of their own.`
		);
	}
	for (const [t, { checks }] of draft.written.tasks.entries()) {
		for (const [c, check] of checks.entries()) {
			if (check.type === 'script') checkIsSound(draft, check, ['tasks', t, 'checks', c]);
		}
	}
}

function checkIsSound(draft: Draft, { host, run, timeout, trigger, trust }: WrittenCheck, at: PropertyKey[]) {
	if (timeout > 60 && trigger !== 'submit') {
		draft.error([...at, 'timeout'], 'A check takes at most 60s; one with `trigger: submit` may take 2m.');
	}
	const mistrust = trust === 'host' ? null : whyNot(trust, { host, run, trigger });
	if (mistrust) draft.error([...at, 'trust'], mistrust);
	if (readsHistory(textOf(draft.folder, pathIn(run) ?? '') ?? run)) {
		const message =
			'This check reads the shell’s history, which proves nothing. Look at what the work has changed.';
		draft.warning([...at, 'run'], message);
	}
}

function whyNot(
	trust: WrittenCheck['trust'],
	{ host, run, trigger }: Pick<WrittenCheck, 'host' | 'run' | 'trigger'>
): string | null {
	if (trust === 'clone' && trigger !== 'submit')
		return 'The machines are copied when the work is handed in: say `trigger: submit` too.';
	if (trust === 'clone' && host === GRADER) return null;
	if (host === GRADER) return 'Nobody but the platform is on the grader: leave `trust` out.';
	if (!pathIn(run)?.endsWith('.py')) return null;
	return 'There is no Python in the toolbox. Write this check for a plain shell, or trust the host.';
}

const readsHistory = (script: string) =>
	/\.(?:bash|zsh|sh|ash)_history\b|\bHISTFILE\b|(?:^|[|;&(]\s*)history\b/m.test(script);

function* runs({ written }: Draft): Generator<{ run: string; at: PropertyKey[] }> {
	for (const [s, { run }] of written.setup.entries()) yield { run, at: ['setup', s, 'run'] };
	for (const [name, { ready }] of Object.entries(written.hosts)) {
		if (ready) yield { run: ready.run, at: ['hosts', name, 'ready', 'run'] };
	}
	for (const [t, { checks }] of written.tasks.entries()) {
		for (const [c, check] of checks.entries()) {
			if (check.type === 'script') yield { run: check.run, at: ['tasks', t, 'checks', c, 'run'] };
		}
	}
}
