/** A class is taught, a team goes tracks: the same pages, in the words of each. */
import { t } from '#lib/words/index.ts';

export type ClassKind = 'class' | 'team';

export const wordsFor = (kind: ClassKind) => (kind === 'team' ? ofTeam() : ofClass());

const ofClass = () => ({
	one: t('Class'),
	all: t('Classes'),
	name: t('Name of the class'),
	nobody: t('Nobody is in this class yet'),
	assignments: t('Assignments'),
	nothingAssigned: t(
		'Give the class a lab, a whole course or a track below. People may do all other labs as well, at any time.'
	),
	given: t('It is on the home page of everybody in this class as soon as it opens.'),
	bringBack: t('Bring the class back'),
	archive: t('Archive the class'),
	over: t(
		'When the class is over: its people no longer see it, and its code lets nobody in. Nothing is lost, and it can be brought back.'
	),
	renamed: t('The class has its new name.'),
	isArchived: t('The class is archived.'),
	goesOn: t('The class goes on.'),
	say: t('Say to the class'),
	told: t('The class is told.'),
	skills: t('All skills of the class'),
	join: t('Join a class'),
	joinThis: t('Join the class'),
	teaches: t('You teach this class, so you need not join it.'),
	isIn: t('You are in this class.')
});

const ofTeam = (): ReturnType<typeof ofClass> => ({
	one: t('Team'),
	all: t('Teams'),
	name: t('Name of the team'),
	nobody: t('Nobody is in this team yet'),
	assignments: t('Tracks and labs'),
	nothingAssigned: t(
		'Give the team a track with a target date below, or a course or a lab. Its people go it at their own pace, and may do all other labs as well.'
	),
	given: t('It is on the home page of everybody in this team as soon as it opens.'),
	bringBack: t('Bring the team back'),
	archive: t('Archive the team'),
	over: t(
		'When the team is no more: its people no longer see it, and its code lets nobody in. Nothing is lost, and it can be brought back.'
	),
	renamed: t('The team has its new name.'),
	isArchived: t('The team is archived.'),
	goesOn: t('The team goes on.'),
	say: t('Say to the team'),
	told: t('The team is told.'),
	skills: t('All skills of the team'),
	join: t('Join a team'),
	joinThis: t('Join the team'),
	teaches: t('You lead this team, so you need not join it.'),
	isIn: t('You are in this team.')
});

/** Parts of a class or team, in the order in which one comes to them. */
export function partsFor(kind: ClassKind) {
	const part = {
		board: { path: '/board', label: t('Board') },
		people: { path: '/people', label: t('People') },
		assignments: { path: '/assignments', label: wordsFor(kind).assignments },
		gradebook: { path: '/gradebook', label: t('Gradebook') },
		skills: { path: '/skills', label: t('Skills') },
		capstones: { path: '/capstones', label: t('Capstones') },
		report: { path: '/report', label: t('Report') },
		days: { path: '/game-days', label: t('Game days') },
		analytics: { path: '/analytics', label: t('Analytics') },
		settings: { path: '/settings', label: t('Settings') }
	};
	const { board, people, assignments, gradebook, skills, capstones, report, days, analytics, settings } =
		part;
	return kind === 'team'
		? [people, assignments, skills, capstones, report, board, gradebook, days, analytics, settings]
		: [board, people, assignments, gradebook, skills, capstones, report, days, analytics, settings];
}
