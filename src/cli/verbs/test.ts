/** `lab test`: the proof of labs, on real machines, several at a time. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Lab } from '#lib/server/labs/index.ts';
import { openProofs, type ProofCard } from '#lib/server/proofs/index.ts';
import { openDocker } from '../engine.ts';
import { findLabs, labsFolderOf, line } from '../folders.ts';
import type { Paper } from '../paper.ts';
import { FAST, proveLab, Stages, THOROUGH, type Thoroughness } from '../proof/index.ts';
import { junit, report } from '../proof/report.ts';
import { Complaint, numberOf, type Asked, type Verb } from '../verb.ts';

export const test: Verb = {
	usage:
		'[DIR…|--all] [--fast] [--seeds N] [--repeat N] [--mutants N] [--jobs N] [--steps] [--json] [--junit FILE]',
	about: 'Prove labs: red when fresh, green when solved, and no wrong solution accepted.',
	details: `Each lab is played on machines of its own. The fresh lab must be red, the solution must turn it
green, each wrong/* must stay below full marks, and each check must say the same three times.
Then the solution is played with one command left out, each in turn: a command no check misses
is listed. The result is kept in .proofs/ of the labs folder.

  --all         every lab of the labs folder
  --fast        one look at each check, no commands left out, no proof kept
  --seeds N     play the solution with N draws of the parameters (1)
  --repeat N    … and N times with each, to find checks that fail now and then (1)
  --mutants N   leave out at most N commands of the solution (12): for labs that take long
  --jobs N      sandboxes at the same time (one per processor, at least 2)
  --steps       a line for each thing that was tried, also where no terminal is
  --json        the proofs as JSON
  --junit FILE  write the results for a continuous integration server`,
	options: {
		...{ all: { type: 'boolean' }, fast: { type: 'boolean' }, json: { type: 'boolean' } },
		steps: { type: 'boolean' },
		...{
			seeds: { type: 'string' },
			repeat: { type: 'string' },
			mutants: { type: 'string' },
			jobs: { type: 'string' }
		},
		junit: { type: 'string' }
	},
	least: 0,
	async run({ words, options, paper }) {
		if (words.length === 0 && !options.all)
			throw new Complaint('Name the folder of a lab or a course, or say --all.', { misused: true });
		const how = thoroughness(options);
		const jobs = numberOf(options, 'jobs', Math.max(2, availableParallelism()));
		const { labs, problems } = await findLabs(options.all ? [] : words);
		const errors = problems.filter(({ hides }) => hides !== null);
		for (const error of errors) paper.complain(line(error));

		const proven = await proveAll({
			labs,
			how,
			jobs,
			paper,
			keep: !options.fast,
			quiet: options.json === true,
			steps: options.steps === true
		});
		if (options.json) paper.say(JSON.stringify(proven, null, 2));
		if (typeof options.junit === 'string') await writeFile(options.junit, junit(proven, errors.map(line)));
		return errors.length > 0 || proven.some(({ problems }) => problems.length > 0) ? 1 : 0;
	}
};

function thoroughness(options: Asked['options']): Thoroughness {
	const basis = options.fast ? FAST : THOROUGH;
	return {
		...basis,
		seeds: numberOf(options, 'seeds', basis.seeds),
		repeat: numberOf(options, 'repeat', basis.repeat),
		mutants: numberOf(options, 'mutants', basis.mutants)
	};
}

interface Session {
	labs: Lab[];
	how: Thoroughness;
	jobs: number;
	paper: Paper;
	/** Write proof cards. */
	keep: boolean;
	/** Say nothing of single labs. */
	quiet: boolean;
	/** Say each thing that was tried on a line of its own. */
	steps: boolean;
}

async function proveAll({ labs, how, jobs, paper, keep, quiet, steps }: Session): Promise<ProofCard[]> {
	const engine = await openDocker('proof');
	const { signal, release } = interruption(paper);
	const stages = new Stages(engine, jobs, signal);
	const prove = async (lab: Lab) => {
		const tell = (text: string) =>
			steps ? paper.say(`tried: ${text}`) : paper.progress(`${lab.id}: ${text}`);
		const card = await proveLab({ stages, lab, how, tell });
		if (!quiet) paper.say(report(card, paper));
		const root = labsFolderOf(lab.folder);
		if (keep && root) await openProofs(root).keep(card);
		return card;
	};
	try {
		return await Promise.all(labs.map(prove));
	} catch (error) {
		if (!signal.aborted) throw error;
		throw new Complaint('Stopped.');
	} finally {
		await stages.idle();
		release();
		await engine.close();
	}
}

/** Ctrl-C stops the work and takes our own machines away; pressed again, it leaves them to end by themselves. */
function interruption(paper: Paper) {
	const abort = new AbortController();
	const stop = () => {
		if (abort.signal.aborted) process.exit(130);
		paper.complain('Stopping, and taking the machines away …');
		abort.abort();
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
	return { signal: abort.signal, release: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}
