/**
 * The arrows of the house: who may import whom. A room is a folder below src/lib/server; its only
 * door is its index.ts. README.md draws the same picture.
 */
const ROOM = '^src/lib/server/';

/** May import the named rooms, through their doors, and the ground (config, log, languages, destinations) besides its own files. */
const arrow = (room, targets) => ({
	name: `${room}-knows-only-its-neighbours`,
	severity: 'error',
	from: { path: `${ROOM}${room}/`, pathNot: '\\.test\\.ts$' },
	to: {
		path: ROOM,
		pathNot: [
			`${ROOM}${room}/`,
			`${ROOM}(config|log|refusal|bulletin|languages|destinations)\\.ts$`,
			...targets.map((target) => `${ROOM}${target}/index\\.ts$`)
		]
	}
});

/** Only files below `home` may import the package. */
const leash = (name, packages, home) => ({
	name,
	severity: 'error',
	from: { path: '^src/', pathNot: [home, '\\.test\\.ts$'] },
	to: { path: `node_modules/(${packages})/` }
});

module.exports = {
	forbidden: [
		{
			name: 'no-circles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'rooms-have-one-door',
			severity: 'error',
			comment: 'Cross into another room through its index.ts only.',
			from: { path: `${ROOM}([^/]+)/`, pathNot: '\\.test\\.ts$' },
			to: { path: `${ROOM}([^/]+)/`, pathNot: [`${ROOM}$1/`, `${ROOM}[^/]+/index\\.ts$`] }
		},
		{
			name: 'routes-import-types-only',
			severity: 'error',
			comment: 'Routes are handed the rooms in event.locals.',
			from: { path: '^src/routes/', pathNot: '\\.test\\.ts$' },
			to: { path: ROOM, dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'the-browser-side-knows-no-server',
			severity: 'error',
			from: { path: '^src/lib/(components|terminal|editor)/' },
			to: { path: ROOM, dependencyTypesNot: ['type-only'] }
		},
		arrow('db', []),
		arrow('labs', []),
		arrow('proofs', ['labs']),
		arrow('guides', ['labs']),
		arrow('sandbox', []),
		arrow('auth', ['db']),
		arrow('backups', ['db']),
		arrow('audit', ['db']),
		arrow('metrics', ['db']),
		arrow('dossier', ['db']),
		arrow('credentials', ['db', 'labs', 'progress']),
		arrow('people', ['db', 'auth']),
		arrow('classes', ['db', 'auth', 'people', 'labs', 'progress']),
		arrow('lessons', ['db', 'labs', 'progress']),
		arrow('progress', ['db', 'labs']),
		arrow('broker', ['labs', 'sandbox']),
		arrow('checks', ['labs', 'sandbox', 'broker']),
		arrow('scenes', ['labs', 'sandbox', 'broker']),
		arrow('workbench', ['runs', 'labs', 'db']),
		arrow('trials', ['db', 'labs', 'scenes', 'progress', 'runs']),
		arrow('terminal', ['sandbox']),
		arrow('files', ['sandbox']),
		arrow('previews', []),
		arrow('recordings', ['db', 'terminal']),
		arrow('watching', ['db']),
		arrow('crews', ['db', 'auth']),
		arrow('game-days', ['db', 'labs', 'drills', 'classes', 'runs']),
		arrow('drills', ['db', 'labs', 'sandbox', 'scenes', 'checks', 'crews']),
		arrow('drafts', ['db', 'labs', 'proofs']),
		arrow('pool', ['db', 'labs', 'sandbox', 'scenes']),
		arrow('runs', ['db', 'labs', 'sandbox', 'scenes', 'pool', 'checks', 'progress']),
		leash('dockerode-stays-in-its-driver', 'dockerode|@types/dockerode', '^src/lib/server/sandbox/docker'),
		leash('sqlite-stays-in-db', 'better-sqlite3|@types/better-sqlite3', '^src/lib/server/db/'),
		leash('websockets-stay-in-terminal', 'ws|@types/ws', '^src/lib/server/terminal/'),
		leash('xterm-stays-where-terminals-live', '@xterm/[^/]+', '^src/lib/(server/)?terminal/'),
		leash('codemirror-stays-in-the-editor', '@codemirror/[^/]+', '^src/lib/editor/'),
		leash('lucia-stays-in-auth', 'lucia', '^src/lib/server/auth/')
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(\\.svelte-kit|build)/' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: 'specify',
		extraExtensionsToScan: ['.svelte'],
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'types', 'node', 'svelte']
		}
	}
};
