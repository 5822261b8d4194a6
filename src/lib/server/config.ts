/**
 * The only reader of the environment (with src/server.ts, which needs PORT before anything is
 * open). Every setting has a default that is right for one machine; README.md lists them.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { THEMES } from '#lib/components/theme.ts';
import { LANGUAGES } from '#lib/words/index.ts';
import { destinationsOf } from './destinations.ts';
import type { IsolationWish } from './sandbox/index.ts';

const whole = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Kinds of isolation a lab may wish for, and the engine's runtime that is each: `gvisor=runsc,kata=kata`. */
const runtimes = z
	.string()
	.default('')
	.transform((text) => text.split(',').filter((pair) => pair.trim() !== ''))
	.pipe(
		z.array(
			z
				.string()
				.trim()
				.regex(
					/^(default|gvisor|kata|vm)=[A-Za-z0-9][\w.-]*$/,
					'say which runtime is which, such as gvisor=runsc,kata=kata.'
				)
				.transform((pair) => pair.split('=') as [IsolationWish, string])
		)
	)
	.transform((pairs): Partial<Record<IsolationWish, string>> => Object.fromEntries(pairs));

/** `deb.debian.org,pypi.org:443`: names, with the ports of the web or the one that is named. */
const internetHosts = z
	.string()
	.default('')
	.transform((text, context) =>
		text
			.split(',')
			.filter((one) => one.trim() !== '')
			.flatMap((one) => {
				const found = destinationsOf(one);
				const message = `${one.trim()} is no name of a place: say names, with commas between, such as deb.debian.org,pypi.org:443.`;
				if (!found) context.addIssue({ code: 'custom', message });
				return found ?? [];
			})
	);

/** `git.example.org,git.example.net:8443,/srv/git`: hosts as addresses name them, and folders. */
const gitHosts = z
	.string()
	.default('')
	.transform((text) => text.split(',').flatMap((one) => one.trim() || []))
	.pipe(
		z.array(
			z
				.string()
				.regex(
					/^(\/[^\0]*|[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?)$/,
					'name hosts and folders, with commas between, such as git.example.org,/srv/git.'
				)
		)
	);

const environment = z.object({
	/** Folder of everything that must be backed up. */
	DATA: z.string().default('data'),
	/** Where `npm run backup` puts its files, and how many it leaves there. */
	BACKUPS: z.string().default('backups'),
	BACKUPS_KEEP: whole(14),
	LABS: z.string().default('labs'),
	CONTAINERS: z.string().default('containers'),
	ENGINE: z.enum(['docker', 'memory']).default('docker'),
	DOCKER_HOST: z.string().optional(),
	/** Which of the engine's runtimes each kind of isolation is that a lab may wish for. */
	RUNTIMES: runtimes,
	HOST: z.string().default('127.0.0.1'),
	PORT: whole(3000),
	/** The address people type, when it is not http://HOST:PORT: scheme, host and port. */
	ORIGIN: z.url().optional(),
	/**
	 * Where pages that machines serve are shown: an origin whose first name is a star. `off`: nowhere. By
	 * default below localhost, where that is the platform's own address.
	 */
	PREVIEW_ORIGIN: z
		.union([
			z.literal('off'),
			z
				.string()
				.regex(
					/^https?:\/\/\*(\.[a-z0-9-]+)+(:\d{1,5})?$/,
					'PREVIEW_ORIGIN is scheme, star and name, such as https://*.preview.example.org.'
				)
		])
		.optional(),
	/** Marks this installation's sandboxes, so that two on one machine do not clean up each other's. */
	INSTANCE: z
		.string()
		.regex(/^[a-z0-9]{1,12}$/, 'INSTANCE must be 1 to 12 lower-case letters and digits.')
		.default('main'),
	MAX_SANDBOXES: whole(20),
	MAX_SANDBOXES_PER_LEARNER: whole(2),
	/** How long a lab may run before it must be extended, and how far it can be in all. */
	LAB_MINUTES: whole(90),
	LAB_MINUTES_MAX: whole(240),
	/** A sandbox nobody has touched for this long is stopped, after a warning. */
	IDLE_MINUTES: whole(45),
	/** The disks of machines that were stopped for time are kept so long for their learners; 0: not at all. */
	KEEP_HOURS: z.coerce.number().min(0).max(720).default(24),
	/** Sandboxes that may wait, started, for their next learners; 0 for none. And memory they may need, in MiB. */
	POOL: z.coerce.number().int().min(0).default(3),
	POOL_MIB: whole(1024),
	/** How long recordings of terminals are kept; 0: nothing is recorded. */
	RECORDINGS_DAYS: z.coerce.number().int().min(0).max(3650).default(30),
	/** Room for all of them on disk; the oldest go first. */
	RECORDINGS_MIB: whole(2048),
	/** A Debian mirror for building images, in place of this machine's own. */
	LABWRIGHT_APT_MIRROR: z.url().optional(),
	http_proxy: z.string().optional(),
	https_proxy: z.string().optional(),
	no_proxy: z.string().optional(),
	SIGN_UP: z.enum(['open', 'invitation', 'closed']).default('open'),
	/** The folder of one lab: serve it to who writes it, and nothing else. `lab dev` sets it. */
	WORKBENCH: z.string().optional(),
	/** Places of the internet that machines of labs may reach when a lab asks for it; none by default. */
	INTERNET_HOSTS: internetHosts,
	/** Hosts, and folders of this machine, that instructors may pull labs from with git; none by default. */
	GIT_HOSTS: gitHosts,
	/** A file of certificates that git trusts there, in place of the machine's own. */
	GIT_SSL_CAINFO: z.string().optional(),
	/** What this installation is called in front of people. */
	PLATFORM_NAME: z.string().trim().min(1).max(60).default('Labwright'),
	/** The language of pages for people whose browsers ask for none that the interface speaks. */
	PLATFORM_LANGUAGE: z.enum(LANGUAGES, `Say one of ${LANGUAGES.join(', ')}.`).default('en'),
	/** How pages look to who has not chosen: light, dark, or as their system has it. */
	PLATFORM_THEME: z.enum(THEMES, `Say one of ${THEMES.join(', ')}.`).default('system'),
	/** A file, SVG or PNG, that stands in place of the platform's own mark; and its words, for who does not see it. */
	PLATFORM_LOGO: z.string().optional(),
	PLATFORM_LOGO_ALT: z.string().trim().min(1).max(100).optional(),
	/** A file with what people are told about their data here, until an operator writes something in the page. */
	PLATFORM_PRIVACY: z.string().optional(),
	/** What who reads the metrics must show; without it, only this machine may, and only without a proxy. */
	METRICS_TOKEN: z.string().min(16).optional(),
	/** How long the audit log is kept. */
	AUDIT_DAYS: whole(730),
	LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info')
});

export type Config = Omit<z.infer<typeof environment>, 'PREVIEW_ORIGIN'> & {
	ORIGIN: string;
	PREVIEW_ORIGIN: string | null;
};

/** @throws one sentence per setting that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const read = environment.safeParse(given);
	if (!read.success) {
		throw new Error(
			read.error.issues.map(({ path, message }) => `Setting ${path.join('.')}: ${message}`).join('\n')
		);
	}
	const { DATA, LABS, CONTAINERS, HOST, PORT, WORKBENCH } = read.data;
	// Whoever reaches a workbench reads solutions.
	if (WORKBENCH !== undefined && HOST !== '127.0.0.1')
		throw new Error('Setting HOST: a workbench listens on 127.0.0.1 only.');
	const shown = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST === '127.0.0.1' ? 'localhost' : HOST;
	const ORIGIN = read.data.ORIGIN ?? `http://${shown}:${PORT}`;
	return {
		...read.data,
		DATA: resolve(DATA),
		LABS: resolve(LABS),
		CONTAINERS: resolve(CONTAINERS),
		WORKBENCH: WORKBENCH === undefined ? undefined : resolve(WORKBENCH),
		ORIGIN,
		PREVIEW_ORIGIN: previewOrigin(read.data.PREVIEW_ORIGIN, ORIGIN)
	};
}

/** One setting as somebody has typed it. */
export function readSetting(
	name: keyof typeof environment.shape,
	text: string
): { value: unknown } | { refused: string } {
	const read = environment.shape[name].safeParse(text);
	if (read.success) return { value: read.data };
	return { refused: read.error.issues.map(({ message }) => message).join(' ') };
}

/** Names below localhost lead home in browsers of today; anywhere else somebody must have made them. */
function previewOrigin(given: string | undefined, origin: string): string | null {
	if (given === 'off') return null;
	const { protocol, hostname, host } = new URL(origin);
	return given ?? (hostname === 'localhost' ? `${protocol}//*.${host}` : null);
}
