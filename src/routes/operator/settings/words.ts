import type { PreferenceName } from '#lib/server/preferences.ts';
import { type Phrase } from '#lib/words/index.ts';

/** What can be chosen, where it is one of a few. */
type Options = readonly (readonly [value: string, label: Phrase])[];

interface Group {
	title: Phrase;
	settings: readonly {
		name: PreferenceName;
		label: Phrase;
		unit: Phrase | '';
		about: Phrase;
		options?: Options;
	}[];
}

/** Settings as an operator reads them: what each is, and in what it is counted. */
export const GROUPS = [
	{
		title: 'Machines',
		settings: [
			{
				...{ name: 'MAX_SANDBOXES', label: 'Labs at the same time', unit: '' },
				about: 'Who starts one more waits in line. Memory may end it earlier.'
			},
			{
				...{ name: 'MAX_SANDBOXES_PER_LEARNER', label: 'Labs of one person at the same time', unit: '' },
				about: 'Whoever has as many stops one first.'
			},
			{
				...{ name: 'LAB_MINUTES', label: 'How long a lab runs', unit: 'minutes' },
				about: 'At least; a lab that takes longer gets half as much again as it takes.'
			},
			{
				...{ name: 'LAB_MINUTES_MAX', label: 'How far it can be extended', unit: 'minutes' },
				about: 'In all, from its start.'
			},
			{
				...{ name: 'IDLE_MINUTES', label: 'How long nobody may be there', unit: 'minutes' },
				about: 'Then the lab is stopped, after a warning.'
			}
		]
	},
	{
		title: 'What is kept',
		settings: [
			{
				...{ name: 'KEEP_HOURS', label: 'Files of labs that were stopped', unit: 'hours' },
				about: 'Who comes back within this time finds them again. 0: they go at once.'
			},
			{
				...{ name: 'RECORDINGS_DAYS', label: 'Recordings of terminals', unit: 'days' },
				about: '0: nothing is recorded.'
			},
			{
				...{ name: 'RECORDINGS_MIB', label: 'Room for recordings', unit: 'MiB' },
				about: 'The oldest go first.'
			},
			{
				...{ name: 'AUDIT_DAYS', label: 'The audit log', unit: 'days' },
				about: 'Who did what to whom.'
			}
		]
	},
	{
		title: 'In front of people',
		settings: [
			{
				...{ name: 'PLATFORM_NAME', label: 'Name of this installation', unit: '' },
				about: 'Stands at the head of every page and on certificates.'
			},
			{
				...{ name: 'PLATFORM_LANGUAGE', label: 'Language', unit: '' },
				about: 'For people whose browsers ask for neither.',
				options: [
					['en', 'English'],
					['fr', 'French']
				]
			},
			{
				...{ name: 'PLATFORM_THEME', label: 'Theme', unit: '' },
				about: 'For people who have not chosen one themselves.',
				options: [
					['system', 'As the system'],
					['light', 'Light'],
					['dark', 'Dark']
				]
			}
		]
	}
] as const satisfies Group[];
