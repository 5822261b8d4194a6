/** Who is in a class: people, roster, invitations. */
export default {
	'“{name}” is an instructor here. Add them as an instructor of the class.':
		'« {name} » est enseignant ici. Ajoutez cette personne comme enseignant de la classe.',
	'“{name}” is an operator here. Add them as an instructor of the class.':
		'« {name} » est opérateur ici. Ajoutez cette personne comme enseignant de la classe.',
	'“{name}” stands on line {line} already. Give each person one line.':
		'« {name} » figure déjà à la ligne {line}. Donnez une ligne à chaque personne.',
	'“{name}”: {wrong}': '« {name} » : {wrong}',
	'“{text}”': '« {text} »',
	'{name} had an account before this class did. Ask the operator.':
		'{name} avait un compte avant cette classe. Demandez à l’opérateur.',
	'{people} new, {known} with an account already, {before} in the class before.':
		'{people} en plus, {known} avec un compte existant, {before} déjà dans la classe.',
	'A class has at most {most} people. Make a second one.':
		'Une classe compte au plus {most} personnes. Créez-en une seconde.',
	'A code lets people join by themselves. Show it to the room, or send it as a link.':
		'Un code permet à chacun de rejoindre la classe. Montrez-le dans la salle ou envoyez-le sous forme de lien.',
	'A column “name” (what they sign in with), and if you like “full name” and “id”. Who has no account gets one, with a code to sign in.':
		'Une colonne « name » (le nom de connexion) et, si vous voulez, « full name » et « id ». Qui n’a pas de compte en reçoit un, avec un code pour se connecter.',
	'A full name or a number has at most {most} characters.':
		'Un nom complet ou un numéro compte au plus {most} caractères.',
	'A quotation mark is opened and not closed, or stands inside a word.':
		'Un guillemet est ouvert sans être fermé, ou se trouve à l’intérieur d’un mot.',
	'Add people from a list, or make a code.': 'Ajoutez des personnes à partir d’une liste, ou créez un code.',
	'Add these people': 'Ajouter ces personnes',
	'This code leads to the team “{title}”.': 'Ce code mène à l’équipe « {title} ».',
	'By themselves': 'Par code',
	'Close ## a code': 'Fermer',
	'CSV file': 'Fichier CSV',
	'Everybody has come in already.': 'Tout le monde est déjà venu.',
	'From a list': 'À partir d’une liste',
	'has not come in': 'n’est pas encore venu',
	'How many people': 'Combien de personnes',
	'Keep them now: they are shown this once, work once, and are good for two weeks. Whoever opens the link, or types the code at {path}, chooses a password. This page prints as slips.':
		'Gardez-les maintenant : ils ne sont affichés qu’une fois, ne servent qu’une fois et sont valables deux semaines. Qui ouvre le lien, ou saisit le code à {path}, choisit un mot de passe. Cette page s’imprime en coupons.',
	'Line {line}: {message}': 'Ligne {line} : {message}',
	'Line 1 names the columns {columns}, but none is called “name”. It holds what people sign in with.':
		'La ligne 1 nomme les colonnes {columns}, mais aucune ne s’appelle « name ». C’est celle du nom de connexion.',
	'Make a code': 'Créer un code',
	'New code': 'Nouveau code',
	'New code for {name} to sign in': 'Nouveau code de connexion pour {name}',
	'New codes for who has not come in': 'Nouveaux codes pour qui n’est pas venu',
	'Nobody can join with the code any more.': 'Plus personne ne peut entrer avec le code.',
	'Nobody was added. Mend the file and choose it again.':
		'Personne n’a été ajouté. Corrigez le fichier et choisissez-le à nouveau.',
	'Not kept: the columns {columns}.': 'Non gardées : les colonnes {columns}.',
	'Sign-in codes': 'Codes de connexion',
	'Take out {name}': 'Retirer {name}',
	'The code is good from now on.': 'Le code est valable dès maintenant.',
	'The file has no people. Its first line names the columns, then comes a line for each.':
		'Le fichier ne contient personne. Sa première ligne nomme les colonnes, puis vient une ligne par personne.',
	'The file is larger than {size} KiB. Give a list of people only.':
		'Le fichier dépasse {size} Kio. Ne donnez qu’une liste de personnes.',
	'The file is not UTF-8 text. Save it as “CSV UTF-8”, then choose it again.':
		'Le fichier n’est pas du texte UTF-8. Enregistrez-le en « CSV UTF-8 », puis choisissez-le à nouveau.',
	'The file lists {people} people; at most {most} come at once. Split it, please.':
		'Le fichier liste {people} personnes ; au plus {most} peuvent venir à la fois. Partagez-le, s’il vous plaît.',
	'There is no name.': 'Le nom manque.',
	'They are no longer in this class. Their account and their work stay.':
		'Cette personne n’est plus dans la classe. Son compte et son travail restent.',
	'This person is not in the class any more. Reload the page.':
		'Cette personne n’est plus dans la classe. Rechargez la page.',
	'Whoever has this code can join until {day}, with a new account too. As a link: {link}':
		'Qui a ce code peut entrer jusqu’au {day}, même avec un nouveau compte. Sous forme de lien : {link}'
} as const;
