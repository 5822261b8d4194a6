/** Authors: every lab, its problems and its proof. */
export default {
	'{command} plays every lab on machines of its own: red when fresh, green when solved, no wrong solution accepted, and each command of the solution left out once.':
		'{command} joue chaque lab sur ses propres machines : rouge au départ, vert une fois résolu, aucune fausse solution acceptée, et chaque commande de la solution omise une fois.',
	'{done} of {of} looks': '{done} sur {of} vérifications',
	'{lab}: {text}': '{lab} : {text}',
	'{n} thing to mend|{n} things to mend': '{n} chose à corriger|{n} choses à corriger',
	"A lab is a folder with {lab} and {guide}. The author's guide, {path}, makes the first in ten minutes.":
		'Un lab est un dossier avec {lab} et {guide}. Le guide de l’auteur, {path}, mène au premier en dix minutes.',
	'After a reboot': 'Après un redémarrage',
	'All is well': 'Tout va bien',
	Authoring: 'Auteurs',
	'Call it off': 'Annuler la journée',
	'Changed since its test': 'Modifié depuis son test',
	'Cold start': 'Démarrage à froid',
	'End `lab dev` and start it again for another one.':
		'Arrêtez `lab dev` et relancez-le pour en avoir un autre.',
	'Every file was read and every rule holds.': 'Chaque fichier a été lu et chaque règle est respectée.',
	'Faults that hurt': 'Pannes qui font mal',
	'Faults undone': 'Pannes réparées',
	Find: 'Chercher',
	Flakes: 'Contrôles instables',
	'Learners do not see {n} lab|Learners do not see {n} labs':
		'Les apprenants ne voient pas {n} lab|Les apprenants ne voient pas {n} labs',
	'Left-out commands noticed': 'Commandes omises remarquées',
	'must be mended': 'à réparer',
	'No check misses these commands of the solution:':
		'Aucun contrôle ne remarque l’absence de ces commandes de la solution :',
	'No labs were found': 'Aucun lab trouvé',
	'not begun': 'pas commencée',
	'Not on this machine': 'Pas sur cette machine',
	'Not proven': 'Non prouvé',
	'Not tested': 'Pas testé',
	'Only instructors and operators see the authoring page.':
		'Seuls les enseignants et les opérateurs voient la page des auteurs.',
	Proofs: 'Preuves',
	Rename: 'Renommer',
	'see below': 'voir plus bas',
	'still stands': 'tient toujours',
	Swap: 'Mémoire d’échange',
	'To mend': 'À corriger',
	'What was read from the labs folder. It is read again whenever a file in it changes.':
		'Ce qui a été lu dans le dossier des labs. Il est relu dès qu’un de ses fichiers change.',
	Written: 'Écrit',
	'Wrong ones rejected': 'Fausses rejetées'
} as const;
