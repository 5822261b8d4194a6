/** Sentences that are kept in English, in the database or by a process, and told in the language of who reads. */
export default {
	'Your machines in “{lab}” are new: I have reset them.':
		'Vos machines dans « {lab} » sont neuves : je les ai réinitialisées.',
	'Class: {title}': 'Classe : {title}',
	'called off': 'annulée',
	'by themselves': 'par la personne elle-même',
	'as configured': 'comme configuré',
	'privacy text': 'texte de confidentialité',
	'invitation {id}': 'invitation {id}',
	'planned {lab}': 'prévue, {lab}',
	'open, {lab}': 'commencée, {lab}',
	'machines, {lab}': 'machines démarrées, {lab}',
	'begin, {lab}': 'exercices commencés, {lab}',
	'strike, {lab}, all': 'frappe partout, {lab}',
	'strike, {lab}, {number} of them': 'frappe, {lab}, {number} d’entre eux',
	'pause, {lab}': 'mise en pause, {lab}',
	'resume, {lab}': 'reprise, {lab}',
	'abort, {lab}': 'exercice terminé, {lab}',
	'end, {lab}': 'terminée, {lab}',
	learner: 'apprenant',
	instructor: 'enseignant',
	'{role}, for {uses}, {days} days': '{role}, pour {uses}, {days} jours',
	open: 'ouvertes',
	invitation: 'sur invitation',
	closed: 'fermées',
	'in memory, a toy for tests': 'en mémoire, un jouet pour les tests',
	'Say one of {languages}.': 'Écrivez l’une de ces langues : {languages}.',
	'Invalid input: expected number, received NaN': 'Écrivez un nombre.',
	'Invalid input: expected int, received number': 'Écrivez un nombre entier.',
	'Too small: expected number to be >0': 'Écrivez un nombre plus grand que 0.',
	'Too small: expected number to be >={least}': 'Au moins {least}.',
	'Too big: expected number to be <={most}': 'Au plus {most}.',
	'Too big: expected int to be <={most}': 'Au plus {most}.',
	'Too small: expected string to have >=1 characters': 'Écrivez au moins un caractère.',
	'Too big: expected string to have <={most} characters': 'Au plus {most} caractères.',
	'{host} ran out of memory, so one of its programs was ended by the kernel. The machine itself goes on.':
		'{host} a manqué de mémoire : le noyau a mis fin à l’un de ses programmes. La machine elle-même continue.',
	'{host} had written more than the {most} MiB of disk it has, so it was stopped.':
		'{host} avait écrit plus que les {most} Mio de disque dont il dispose : il a été arrêté.',
	'{host} had made more than the {most} files it may have, so it was stopped.':
		'{host} avait créé plus que les {most} fichiers autorisés : il a été arrêté.',
	'The canary could not be sent: {why}': 'Le canari n’a pas pu être envoyé : {why}',
	'The engine runs on another machine, so its firewall is not ours to set.':
		'Le moteur tourne sur une autre machine : son pare-feu ne dépend pas de nous.',
	'This server does not run as root, so it cannot set firewall rules itself.':
		'Ce serveur ne tourne pas en root : il ne peut pas poser lui-même de règles de pare-feu.',
	'The firewall rules could not be set: {why}': 'Les règles du pare-feu n’ont pas pu être posées : {why}',
	'the bridge’s own address, {address}': 'l’adresse du pont lui-même, {address}',
	'another address of this machine, {address}': 'une autre adresse de cette machine, {address}',
	'the cloud’s metadata, {address}': 'les métadonnées du nuage, {address}',
	'the router outside, {address}': 'le routeur extérieur, {address}',
	'names of the outside, by the resolver': 'les noms extérieurs, par le résolveur'
} as const satisfies Record<string, string>;
