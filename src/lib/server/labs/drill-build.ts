/** From `probes:` and `drill:` as written to what the other rooms work with. */
import type { Draft } from './draft.ts';
import type { Drill, Probe } from './drill.ts';
import type { WrittenDrill, WrittenProbe } from './drill-schema.ts';
import { readRescue, readWorkarounds } from './rescue.ts';
import { scriptOf } from './scripts.ts';

export const buildProbes = (draft: Draft): Probe[] =>
	Object.entries(draft.written.probes).map(([id, probe]) => buildProbe(draft, id, probe));

function buildProbe(draft: Draft, id: string, written: WrittenProbe): Probe {
	const { title, every, timeout, slow } = written;
	const base = {
		...{ id, title },
		everyMilliseconds: every,
		timeoutMilliseconds: timeout,
		slowMilliseconds: Math.min(slow, timeout)
	};
	const orNull = (text: string | undefined) => text ?? null;
	switch (written.type) {
		case 'http': {
			const { type, url, method, headers, status } = written;
			const [body, contains, find] = [written.body, written.contains, written.find].map(orNull);
			return { ...base, type, url, method, headers, status, body: body!, contains: contains!, find: find! };
		}
		case 'tcp': {
			const { type, address, send, contains } = written;
			return { ...base, type, address, send: orNull(send), contains: orNull(contains) };
		}
		case 'dns': {
			const { type, server, name, record, contains } = written;
			return { ...base, type, server, name, record, contains: orNull(contains) };
		}
		case 'icmp':
			return { ...base, type: 'icmp', address: written.address };
		case 'sql': {
			const { type, server, query, contains, find } = written;
			return { ...base, type, server, query, contains: orNull(contains), find: orNull(find) };
		}
		case 'script': {
			const { type, args, run, find } = written;
			const at = ['probes', id];
			return {
				...{ ...base, type, args },
				script: scriptOf(draft, run, [...at, 'run']),
				find: find === undefined ? null : scriptOf(draft, find, [...at, 'find'])
			};
		}
	}
}

export function buildDrill(draft: Draft): Drill | null {
	const { written } = draft;
	if (!written.drill) return null;
	const { steady, warmup, settle, strikes, second, limit, objectives, points, intact, needs } = written.drill;
	return {
		steadySeconds: steady,
		warmUpSeconds: warmup,
		settleSeconds: settle,
		strikes: strikes.map(({ fault, within }) => ({ faults: fault, window: windowOf(within) })),
		second: second ? buildSecond(second, Object.keys(written.hosts)) : null,
		limitSeconds: limit,
		objectives: {
			noticeSeconds: objectives.notice ?? null,
			recoverSeconds: objectives.recover ?? null,
			goodShare: objectives.good ?? null,
			keepsWrites: objectives.writes === 'kept'
		},
		...{ points, intact, needs },
		rescue: readRescue(draft, 'solve'),
		workarounds: readWorkarounds(draft)
	};
}

/** A reboot that names no hosts is one of the whole lab. */
const buildSecond = (
	{ how, hosts, within }: NonNullable<WrittenDrill['second']>,
	all: string[]
): NonNullable<Drill['second']> => ({
	how,
	hosts: how === 'reboot' ? (hosts.length > 0 ? hosts : all) : [],
	window: windowOf(within)
});

const windowOf = ([fromSeconds, toSeconds]: [number, number]) => ({ fromSeconds, toSeconds });
