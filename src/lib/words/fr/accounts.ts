/** Accounts: signing up and in, one's own data, what went wrong. */
export default {
	'Please sign in': 'Veuillez vous connecter',
	'Sign in, then come back to this page.': 'Connectez-vous, puis revenez à cette page.',
	'This page is not for your account': 'Cette page n’est pas pour votre compte',
	'Ask your instructor or operator if you should have it.':
		'Demandez à votre enseignant ou à l’opérateur si vous devriez y avoir accès.',
	'Check the address, or look through the courses.': 'Vérifiez l’adresse, ou parcourez les cours.',
	'That was too often': 'C’était trop souvent',
	'Wait a minute and try again.': 'Attendez une minute et réessayez.',
	'Not ready yet': 'Pas encore prêt',
	'Go back and try again.': 'Revenez en arrière et réessayez.',
	'Something broke on our side': 'Quelque chose s’est cassé de notre côté',
	'Try again. If it stays, tell the operator what you did and when.':
		'Réessayez. Si cela persiste, dites à l’opérateur ce que vous avez fait et quand.',
	'All courses': 'Tous les cours',
	'Your data': 'Vos données',
	'Take out everything that is kept about you, or delete it.':
		'Emportez tout ce qui est conservé à votre sujet, ou supprimez-le.',
	'Take it out': 'L’emporter',
	'A zip with every row about you as JSON, and with the recordings of your terminals. It may take a moment.':
		'Un zip avec chaque ligne à votre sujet en JSON, et avec les enregistrements de vos terminaux. Cela peut prendre un moment.',
	'Download everything': 'Tout télécharger',
	'How long things stay': 'Durées de conservation',
	'Recordings of terminals: {days} days.': 'Enregistrements de terminaux : {days} jours.',
	'Terminals are not recorded.': 'Les terminaux ne sont pas enregistrés.',
	'The audit log of the operators: {days} days. What you reached in labs: as long as your account.':
		'Le journal d’audit des opérateurs : {days} jours. Ce que vous avez atteint dans les labs : aussi longtemps que votre compte.',
	'Delete your account': 'Supprimer votre compte',
	'Your machines stop, and your account, runs, attempts, recordings and certificates go at once and for good. This stays:':
		'Vos machines s’arrêtent, et votre compte, vos séances, essais, enregistrements et certificats disparaissent aussitôt et pour de bon. Ceci reste :',
	'Your password, so that nobody else does this': 'Votre mot de passe, pour que personne d’autre ne le fasse',
	'Delete my account': 'Supprimer mon compte',
	'You are a learner here.': 'Vous êtes apprenant ici.',
	'You are an instructor here.': 'Vous êtes enseignant ici.',
	'You are an operator here.': 'Vous êtes opérateur ici.',
	'Change your password': 'Changer votre mot de passe',
	'Password you have now': 'Mot de passe actuel',
	'New password': 'Nouveau mot de passe',
	'At least 10 characters. It signs you out everywhere else.':
		'Au moins 10 caractères. Cela vous déconnecte partout ailleurs.',
	'What is recorded of you': 'Ce qui est enregistré de vous',
	'What your terminals in labs showed, who has looked at your work and when, and how to delete it: {link}.':
		'Ce que vos terminaux ont montré dans les labs, qui a regardé votre travail et quand, et comment le supprimer : {link}.',
	'Your data and certificates': 'Vos données et certificats',
	'Take out everything that is kept about you, or delete it':
		'Emporter tout ce qui est conservé à votre sujet, ou le supprimer',
	'Certificates of the courses you have done': 'Certificats des cours que vous avez terminés',
	'Show pages and labs in': 'Afficher les pages et les labs en',
	'the language my browser asks for': 'la langue que demande mon navigateur',
	'A lab that is not translated stays in the language it was written in.':
		'Un lab qui n’est pas traduit reste dans la langue où il a été écrit.',
	'Where you are signed in': 'Où vous êtes connecté',
	'Sign out everywhere else': 'Se déconnecter partout ailleurs',
	'Your password is changed. You are signed out everywhere else.':
		'Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.',
	'You are signed out at one other place.': 'Vous êtes déconnecté à un autre endroit.',
	'You are signed out at {places} other places.': 'Vous êtes déconnecté à {places} autres endroits.',
	'{browser} on {system}': '{browser} sur {system}',
	Password: 'Mot de passe',
	'No account yet? {link}.': 'Pas encore de compte ? {link}.',
	'Create one': 'Créez-en un',
	'No account yet? Ask the operator of this site.':
		'Pas encore de compte ? Demandez à l’opérateur de ce site.',
	'You were given a sign-in code, or have lost your password? {link}, which your instructor or the operator makes for you.':
		'On vous a donné un code de connexion, ou vous avez perdu votre mot de passe ? {link}, que votre enseignant ou l’opérateur crée pour vous.',
	'Sign in with a code': 'Se connecter avec un code',
	'Open terminals in this browser close. What you have done is kept.':
		'Les terminaux ouverts dans ce navigateur se ferment. Ce que vous avez fait est conservé.',
	'Others see it, and you sign in with it. Letters, digits, dots and dashes.':
		'Les autres le voient, et il sert à vous connecter. Lettres, chiffres, points et tirets.',
	'At least 10 characters. Three or four words you alone would put together make a good one.':
		'Au moins 10 caractères. Trois ou quatre mots que vous seul mettriez ensemble font un bon mot de passe.',
	'Ask the operator of this site for an account. If you have one, {link}.':
		'Demandez un compte à l’opérateur de ce site. Si vous en avez un, {link}.',
	'You have it from whoever invited you.': 'Vous le tenez de la personne qui vous a invité.',
	'What is kept about you here, and who sees it: {link}.':
		'Ce qui est conservé ici à votre sujet, et qui le voit : {link}.',
	'Create the account': 'Créer le compte',
	'You have an account? {link}.': 'Vous avez un compte ? {link}.',
	'A new password for {name}': 'Un nouveau mot de passe pour {name}',
	'Choose the password you will sign in with from now on.':
		'Choisissez le mot de passe avec lequel vous vous connecterez désormais.',
	'Choose it now. Wherever you are signed in, you are signed out.':
		'Choisissez-le maintenant. Partout où vous êtes connecté, vous serez déconnecté.',
	'Your name': 'Votre nom',
	'The code somebody made for you. It works once.':
		'Le code que quelqu’un a créé pour vous. Il marche une seule fois.',
	'This code leads to the class “{title}”.': 'Ce code mène à la classe « {title} ».',
	'To your work': 'Vers votre travail',
	'Its instructors will see what you do in their labs, and your results.':
		'Ses enseignants verront ce que vous faites dans leurs labs, et vos résultats.',
	'Welcome to Labwright': 'Bienvenue dans Labwright',
	'This link makes the first operator: the account that invites others and decides who may sign up.':
		'Ce lien crée le premier opérateur : le compte qui invite les autres et décide qui peut s’inscrire.',
	'Become the operator': 'Devenir l’opérateur',
	'This link is no longer good': 'Ce lien n’est plus valable',
	'It works once, and each start of the server prints a new one until there is an operator. If you are the operator, {link}.':
		'Il marche une seule fois, et chaque démarrage du serveur en affiche un nouveau tant qu’il n’y a pas d’opérateur. Si vous êtes l’opérateur, {link}.',
	'The operator of this platform has not written anything about privacy.':
		'L’opérateur de cette plateforme n’a rien écrit au sujet de la confidentialité.',
	'Type your name.': 'Saisissez votre nom.',
	'Type your password.': 'Saisissez votre mot de passe.',
	'This account is switched off. Ask the operator to switch it on again.':
		'Ce compte est désactivé. Demandez à l’opérateur de le réactiver.',
	'Type the password you have now.': 'Saisissez votre mot de passe actuel.',
	'That is not the password you have now.': 'Ce n’est pas votre mot de passe actuel.',
	'That is not your password.': 'Ce n’est pas votre mot de passe.',
	'The name or the password is not right.': 'Le nom ou le mot de passe n’est pas juste.',
	'This name is taken. Choose another, or sign in if it is you.':
		'Ce nom est pris. Choisissez-en un autre, ou connectez-vous si c’est vous.',
	'{name} is switched off. Switch them on first.': '{name} est désactivé. Réactivez d’abord ce compte.',
	'Give a number of people from 1 to {most}.': 'Donnez un nombre de personnes de 1 à {most}.',
	'Give a number of days from 1 to {most}.': 'Donnez un nombre de jours de 1 à {most}.'
} as const;
