/** What somebody finds of their own work: what comes next, what they tried, what they have shown. */
export default {
	'My attempts': 'Mes essais',
	'What you tried, on which machines, and what the checks said to it. Only you and who teaches you see it.':
		'Ce que vous avez essayé, sur quelles machines, et ce que les contrôles en ont dit. Seuls vous et qui vous enseigne le voyez.',
	'Nothing was tried yet': 'Rien n’a encore été essayé',
	'When a check has looked at your work in a lab, what it said is kept here.':
		'Dès qu’un contrôle a regardé votre travail dans un lab, ce qu’il en a dit est gardé ici.',
	'{n} attempt, the newest first|{n} attempts, the newest first':
		'{n} essai, le plus récent d’abord|{n} essais, les plus récents d’abord',
	'What the checks said': 'Ce que les contrôles ont dit',
	'{n} look before these is not shown.|{n} looks before these are not shown.':
		'{n} regard antérieur n’est pas montré.|{n} regards antérieurs ne sont pas montrés.',
	'{points} of {of} points': '{points} points sur {of}',
	'Your answer:': 'Votre réponse :',
	'Reports of your drills': 'Rapports de vos exercices',
	'Recordings:': 'Enregistrements :',
	'Next on your tracks': 'La suite de vos parcours',
	'Next: {lab}': 'Ensuite : {lab}',
	'to be through {moment}': 'à finir le {moment}',
	'Go on ## with a lab': 'Continuer',
	'Go on with {lab}': 'Continuer {lab}',
	'More tracks': 'Autres parcours',
	Recordings: 'Enregistrements',
	'{met} of {objectives} objectives': '{met} objectifs sur {objectives}',
	'well again after {time}, {share}': 'rétabli après {time}, {share}',
	'Drill reports': 'Rapports d’exercices'
} as const;
