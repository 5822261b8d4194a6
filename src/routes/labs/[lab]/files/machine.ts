/** Whose files are asked for: those of the asker's own run, on a host that they know of. */
import { error, redirect } from '@sveltejs/kit';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import { t } from '#lib/words/index.ts';
import type { RequestEvent } from './$types';

export interface Machine {
	lab: Lab;
	runId: number;
	sandbox: Sandbox;
	/** Names of those that learners see. */
	hosts: string[];
	host: string;
}

type Asked = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** Null when the lab is not running. The first host when none is named. */
export async function machineOf({ locals, params, url }: Asked, name: string): Promise<Machine | null> {
	const { runs, user } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const lab = runs.labFor(user.id, params.lab) ?? error(404, t('There is no such lab.'));
	const current = runs.current(user.id, lab.id);
	const found = current && (await runs.sandboxFor(user.id, current.id));
	if (!found) return null;
	const hosts = lab.hosts.filter(({ hidden }) => !hidden).map(({ name }) => name);
	const host = hosts.find((one) => one === (name || hosts[0])) ?? error(404, t('There is no such host.'));
	return { lab, runId: found.run.id, sandbox: found.sandbox, hosts, host };
}

export const asked = (url: URL, name: string) => (url.searchParams.get(name) ?? '').slice(0, 4096);

export const notRunning = () => ({ refused: t('This lab is not running. Start it first.') });
