import { error, fail, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Terminals and control room of a drill on the machines of somebody else, for who is aboard. */
export const load: PageServerLoad = async ({ locals, params, url, depends, setHeaders }) => {
	depends('app:lab');
	setHeaders({ 'cache-control': 'private, no-store' });
	const { user, drills, runs } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const found =
		drills.room.find(user.id, numberIn(params.drill)) ?? error(404, t('You are in no such drill.'));
	const { row, seat } = found;
	if (row.endedAt) redirect(303, `/drills/${row.id}`);
	const machines = seat.may.work && row.runId !== null ? await runs.sandboxFor(user.id, row.runId) : null;
	const { drill, title } = drills.playedOf(row);
	const map = await mapOf(locals, row.runId);
	return {
		id: row.id,
		lab: { id: row.labId, title },
		role: seat.role,
		machines: machines && {
			...{ runId: machines.run.id, generation: machines.run.generation },
			hosts: map.hosts.map(({ name }) => name)
		},
		map,
		drill: await drills.describe(user.id, drill, row, row.labId)
	};
};

/** The picture of the machines, also for who works at none of them. */
async function mapOf({ runs, guides }: App.Locals, runId: number | null) {
	const found = runId === null ? null : await runs.sandboxFor(null, runId);
	const lab = found && runs.labOf(found.run);
	if (!found || !lab) return { hosts: [], networks: [] };
	const { hosts, networks } = guides.view(lab, runs.values(found.run.userId, lab));
	return { hosts, networks };
}

type Room = App.Locals['drills']['room'];

async function answered(
	{ locals, params, request, url }: RequestEvent,
	act: (room: Room, actor: { userId: number; drillId: number }, form: FormData) => unknown
) {
	if (!locals.user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const actor = { userId: locals.user.id, drillId: numberIn(params.drill) };
	const refusal = await act(locals.drills.room, actor, await request.formData());
	return refusal ? fail(409, refusal as { refused: string }) : { ok: true };
}

const said = (form: FormData) => text(form, 'text').slice(0, 2000);

export const actions: Actions = {
	notice: (event) => answered(event, (room, actor, form) => room.notice(actor, said(form))),
	log: (event) => answered(event, (room, actor, form) => room.log(actor, said(form))),
	declare: (event) => answered(event, (room, actor, form) => room.declare(actor, said(form))),
	handover: (event) =>
		answered(event, (room, actor, form) =>
			room.offer(actor, { name: text(form, 'to').slice(0, 100), note: text(form, 'note').slice(0, 4000) })
		),
	runbook: async (event) => {
		const { user, drills } = event.locals;
		const found = user && drills.room.find(user.id, numberIn(event.params.drill));
		if (!found) error(404, t('You are in no such drill.'));
		const written = String((await event.request.formData()).get('runbook') ?? '');
		const refusal = drills.runbooks.write(user.id, found.row.labId, written);
		return refusal ? fail(409, refusal) : { ok: true };
	},
	giveup: (event) => answered(event, (room, actor) => room.abort(actor)),
	withdraw: (event) => answered(event, (room, actor) => room.withdraw(actor))
};

const numberIn = (written: string) => (/^\d{1,15}$/.test(written) ? Number(written) : 0);
