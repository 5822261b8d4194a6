/** What is handed in at the end of a course, and what is said to it. */
export default {
	'There is nothing in it yet. Write first, then hand in.':
		'Il n’y a encore rien dedans. Écrivez d’abord, puis rendez.',
	'It is {n} characters long, and {most} are read. Nothing was handed in; make it shorter.':
		'Il fait {n} caractères, et on en lit {most}. Rien n’a été rendu ; raccourcissez-le.',
	'Your capstone is accepted already. There is no more to hand in.':
		'Votre projet final est déjà accepté. Il n’y a plus rien à rendre.',
	'You have handed in {n} times. Speak with your instructor before the next.':
		'Vous avez rendu {n} fois. Parlez avec votre enseignant avant la prochaine.',
	'This work is not here any more, or another was handed in since. Reload the page.':
		'Ce travail n’est plus là, ou un autre a été rendu depuis. Rechargez la page.',
	'Say in a sentence what is missing: otherwise nobody can mend it.':
		'Dites en une phrase ce qui manque : sinon, personne ne peut y remédier.',
	'Choose what you make of it.': 'Choisissez ce que vous en pensez.',
	Capstones: 'Projets finaux',
	'{day} UTC': '{day} UTC',
	'You handed it in on {when}. Nobody has read it yet.':
		'Vous l’avez rendu le {when}. Personne ne l’a encore lu.',
	'{name} has accepted it.': '{name} l’a accepté.',
	'{name} has read it, and asks for more.': '{name} l’a lu et demande davantage.',
	'What you handed in on {when}': 'Ce que vous avez rendu le {when}',
	'{link} to hand it in.': '{link} pour le rendre.',
	'Hand in another version': 'Rendre une autre version',
	'What you hand in': 'Ce que vous rendez',
	'Plain text. Your instructors read it here; every version is kept.':
		'Du texte simple. Vos enseignants le lisent ici ; chaque version est conservée.',
	'No capstone has been handed in': 'Aucun projet final n’a été rendu',
	'A course may end in a piece of writing. Whoever hands one in on the course’s page stands here.':
		'Un cours peut se conclure par un écrit. Qui en rend un sur la page du cours figure ici.',
	'{n} capstone waits to be read.|{n} capstones wait to be read.':
		'{n} projet final attend d’être lu.|{n} projets finaux attendent d’être lus.',
	'waits to be read': 'attend d’être lu',
	somebody: 'quelqu’un',
	'accepted by {name}': 'accepté par {name}',
	'{name} asked for more': '{name} a demandé davantage',
	'Handed in on {day} UTC, in its first version.|Handed in on {day} UTC, version {n}.':
		'Rendu le {day} UTC, dans sa première version.|Rendu le {day} UTC, version {n}.',
	'What you make of it': 'Ce que vous en pensez',
	'It is accepted': 'C’est accepté',
	'Something is missing': 'Il manque quelque chose',
	'Tell {name}': 'Le dire à {name}'
} as const;
