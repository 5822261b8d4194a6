import { fail } from '@sveltejs/kit';
import type { Role } from '#lib/server/db/index.ts';
import type { Person } from '#lib/server/people/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t, type Phrase } from '#lib/words/index.ts';
import { text } from '../sign-in/form.ts';
import { operatorOf } from './guard.ts';
import { roleFrom } from './roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	const operator = operatorOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	const search = (url.searchParams.get('q') ?? '').slice(0, 100);
	return {
		...locals.people.list({ search, page: Number(url.searchParams.get('page') ?? 1) }),
		search,
		me: operator.id
	};
};

export const actions: Actions = {
	role: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const form = await request.formData();
		const role = roleFrom(text(form, 'role'));
		if (!role) return fail(400, { refused: t('Choose one of the roles.') });
		const person = locals.people.changeRole(idFrom(form), role);
		if (!('refused' in person))
			locals.audit.record(operator, { deed: 'role', subject: person.name, detail: role });
		return saying(person, (name) => t(NOW[role], { name }));
	},

	disable: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const person = await locals.people.disable(idFrom(await request.formData()));
		if (!('refused' in person)) locals.audit.record(operator, { deed: 'switch-off', subject: person.name });
		return saying(person, (name) => t('{name} is switched off and signed out everywhere.', { name }));
	},

	entry: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const made = locals.people.newEntry(idFrom(await request.formData()), operator.id);
		if ('refused' in made) return fail(409, { refused: made.refused });
		return { entry: { ...made, link: `${url.origin}/enter?code=${made.code}` } };
	},

	enable: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const person = locals.people.enable(idFrom(await request.formData()));
		if (!('refused' in person)) locals.audit.record(operator, { deed: 'switch-on', subject: person.name });
		return saying(person, (name) => t('{name} can sign in again.', { name }));
	}
};

const idFrom = (form: FormData) => Number(text(form, 'id'));

const NOW = {
	learner: '{name} is now learner.',
	instructor: '{name} is now instructor.',
	operator: '{name} is now operator.'
} as const satisfies Record<Role, Phrase>;

const saying = (person: Person | Refusal, sentence: (name: string) => string) =>
	'refused' in person ? fail(409, { refused: person.refused }) : { done: sentence(person.name) };
