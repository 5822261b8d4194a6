import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, expect, it } from 'vitest';
import { handle } from './hooks.server.ts';
import { running } from './running.ts';

const ORIGIN = 'http://localhost:3000';

/** A platform of which nothing is there but what an answer passes on its way out. */
function platform(settled: () => Promise<void>): void {
	running.labwright = {
		config: { ORIGIN, PLATFORM_LANGUAGE: 'en', PLATFORM_THEME: 'system' },
		auth: { identify: () => ({ user: null }) },
		fitting: { labsFor: () => ({}) },
		metrics: { answered: () => undefined },
		previews: { sources: [] },
		settled
	} as never;
}

function ask(method: string) {
	const url = new URL('/somewhere', ORIGIN);
	const request = new Request(url, { method, headers: { origin: ORIGIN } });
	const event = {
		url,
		request,
		cookies: { get: () => undefined },
		locals: {},
		params: {},
		route: { id: '/' }
	};
	return handle({ event: event as unknown as RequestEvent, resolve: () => new Response('kept') });
}

afterEach(() => (running.labwright = null as never));

it('says that something is kept when it is on the disk, not before', async () => {
	const disk = Promise.withResolvers<void>();
	platform(() => disk.promise);
	let isAnswered = false;
	const answer = Promise.resolve(ask('POST')).finally(() => (isAnswered = true));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(isAnswered).toBe(false);
	disk.resolve();
	expect(await (await answer).text()).toBe('kept');
});

it('does not say so when the disk refuses', async () => {
	platform(() => Promise.reject(new Error('no space')));
	await expect(ask('POST')).rejects.toThrow('no space');
});

it('shows a page without waiting for the disk', async () => {
	platform(() => new Promise(() => undefined));
	expect((await ask('GET')).status).toBe(200);
});
