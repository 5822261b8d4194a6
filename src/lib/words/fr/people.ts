/** Home, courses, tracks, accounts, certificates, recordings. */
export default {
	'Please sign in': 'Veuillez vous connecter',
	'Sign in, then come back to this page.': 'Connectez-vous, puis revenez à cette page.',
	'This page is not for your account': 'Cette page n’est pas pour votre compte',
	'Ask your instructor or operator if you should have it.':
		'Demandez à votre enseignant ou à l’opérateur si vous devriez y avoir accès.',
	'There is nothing here': 'Il n’y a rien ici',
	'Check the address, or look through the courses.': 'Vérifiez l’adresse, ou parcourez les cours.',
	'That was too often': 'C’était trop souvent',
	'Wait a minute and try again.': 'Attendez une minute et réessayez.',
	'Not ready yet': 'Pas encore prêt',
	'Try again in a moment.': 'Réessayez dans un instant.',
	'That did not work': 'Cela n’a pas marché',
	'Go back and try again.': 'Revenez en arrière et réessayez.',
	'Something broke on our side': 'Quelque chose s’est cassé de notre côté',
	'Try again. If it stays, tell the operator what you did and when.':
		'Réessayez. Si cela persiste, dites à l’opérateur ce que vous avez fait et quand.',
	'All courses': 'Tous les cours',
	Home: 'Accueil',
	'You are called': 'On vous appelle',
	'{offer}: {drill}, with something broken and a note. Your time until it is well again counts for both of you, and both see the report.':
		'{offer} : {drill}, avec quelque chose de cassé et une note. Votre temps de rétablissement compte pour vous deux, et vous voyez tous deux le compte rendu.',
	'{name} wants to hand a drill over to you': '{name} veut vous passer la main dans un exercice de panne',
	'Take it over': 'Prendre la main',
	'Not now': 'Pas maintenant',
	'{link} is on now': '{link} est en cours',
	'{link} begins {moment}': '{link} commence {moment}',
	'Game day of {class}: {title}': 'Journée de crise de {class} : {title}',
	'Welcome back, {name}': 'Bon retour, {name}',
	'Welcome, {name}': 'Bienvenue, {name}',
	'Pick a lab and press Start. Nothing you do there can break anything that matters.':
		'Choisissez un lab et démarrez-le. Rien de ce que vous y faites ne peut casser quoi que ce soit d’important.',
	'Continue where you left off': 'Reprendre où vous en étiez',
	Help: 'Aide',
	'Due in your classes': 'À rendre dans vos classes',
	'What to try next': 'Que faire ensuite',
	'A good place to begin': 'Un bon point de départ',
	'Your courses': 'Vos cours',
	'More courses': 'Autres cours',
	'No courses yet': 'Pas encore de cours',
	'Courses appear here as soon as the instructors have put some in.':
		'Les cours apparaissent ici dès que les enseignants en ont ajouté.',
	'They appear here as soon as the instructors have put some in.':
		'Ils apparaissent ici dès que les enseignants en ont ajouté.',
	'Open the catalogue': 'Ouvrir le catalogue',
	'You get machines': 'Vous recevez des machines',
	'Press Start and real Linux hosts come up for you alone: services, networks, logs, and usually something that is wrong.':
		'Démarrez, et de vrais hôtes Linux se lancent pour vous seul : services, réseaux, journaux, et le plus souvent quelque chose qui ne va pas.',
	'You work on them': 'Vous y travaillez',
	'The guide stands beside a terminal in your browser. It explains what you look at; hints come one at a time, when you ask.':
		'Le guide se tient à côté d’un terminal dans votre navigateur. Il explique ce que vous regardez ; les indices viennent un par un, à votre demande.',
	'The machines answer': 'Les machines répondent',
	'Checks look at the state and the behaviour of the hosts, not at what you typed. Any way that works is right.':
		'Les contrôles regardent l’état et le comportement des hôtes, pas ce que vous avez saisi. Toute façon qui marche est bonne.',
	'Labwright: learn to run infrastructure by running it':
		'Labwright : apprendre à exploiter une infrastructure en l’exploitant',
	'Hands-on labs on running open infrastructure, on real machines in your browser.':
		'Des labs pratiques pour exploiter une infrastructure ouverte, sur de vraies machines, dans votre navigateur.',
	'Learn to run infrastructure by running it.': 'Apprenez à exploiter une infrastructure en l’exploitant.',
	'Labwright is a workshop for people who look after machines. Students, newcomers to operations and teams who want to stay in practice repair real hosts here, and break nothing that matters.':
		'Labwright est un atelier pour celles et ceux qui s’occupent de machines. Étudiants, débutants en exploitation et équipes qui veulent garder la main y réparent de vrais hôtes, sans rien casser d’important.',
	'Look at the courses': 'Voir les cours',
	'How a lab goes': 'Comment se passe un lab',
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
	'In the list of who looked at whose work: your name beside the looks that were yours, because those whose work it was have a right to know.':
		'Dans la liste de qui a regardé le travail de qui : votre nom à côté de vos propres regards, car les personnes concernées ont le droit de savoir.',
	'In requests for help that you answered, and in what you said to a class: your name, because those you helped keep the answer.':
		'Dans les demandes d’aide auxquelles vous avez répondu, et dans ce que vous avez dit à une classe : votre nom, car les personnes aidées gardent la réponse.',
	'In the audit log of the operators: your name beside what you did or had done to you, until it is too old.':
		'Dans le journal d’audit des opérateurs : votre nom à côté de ce que vous avez fait ou de ce qui vous a été fait, jusqu’à ce que ce soit trop ancien.',
	'Of certificates: their numbers and whether they were revoked, without your name, so that a revoked one never becomes good again.':
		'Des certificats : leur numéro et leur éventuelle révocation, sans votre nom, pour qu’un certificat révoqué ne redevienne jamais valable.',
	'In backups made before: everything, until they are deleted as too old.':
		'Dans les sauvegardes faites auparavant : tout, jusqu’à leur suppression quand elles sont trop anciennes.',
	'You are a learner here.': 'Vous êtes apprenant ici.',
	'You are an instructor here.': 'Vous êtes enseignant ici.',
	'You are an operator here.': 'Vous êtes opérateur ici.',
	'Change your password': 'Changer votre mot de passe',
	'Password you have now': 'Mot de passe actuel',
	'New password': 'Nouveau mot de passe',
	'At least 10 characters. It signs you out everywhere else.':
		'Au moins 10 caractères. Cela vous déconnecte partout ailleurs.',
	'Change the password': 'Changer le mot de passe',
	'What is recorded of you': 'Ce qui est enregistré de vous',
	'What your terminals in labs showed, who has looked at your work and when, and how to delete it: {link}.':
		'Ce que vos terminaux ont montré dans les labs, qui a regardé votre travail et quand, et comment le supprimer : {link}.',
	'Recordings and looks': 'Enregistrements et regards',
	'Your data and certificates': 'Vos données et certificats',
	'Take out everything that is kept about you, or delete it':
		'Emporter tout ce qui est conservé à votre sujet, ou le supprimer',
	'Certificates of the courses you have done': 'Certificats des cours que vous avez terminés',
	'Show pages and labs in': 'Afficher les pages et les labs en',
	'the language my browser asks for': 'la langue que demande mon navigateur',
	'A lab that is not translated stays in the language it was written in.':
		'Un lab qui n’est pas traduit reste dans la langue où il a été écrit.',
	'Where you are signed in': 'Où vous êtes connecté',
	'this browser': 'ce navigateur',
	'Sign out everywhere else': 'Se déconnecter partout ailleurs',
	'Your password is changed. You are signed out everywhere else.':
		'Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.',
	'You are signed out at one other place.': 'Vous êtes déconnecté à un autre endroit.',
	'You are signed out at {places} other places.': 'Vous êtes déconnecté à {places} autres endroits.',
	'A browser': 'Un navigateur',
	'{browser} on {system}': '{browser} sur {system}',
	'This certificate was revoked on {day}': 'Ce certificat a été révoqué le {day}',
	Certificate: 'Certificat',
	'has done every lab of the course': 'a terminé tous les labs du cours',
	'What they were seen to do': 'Ce que cette personne a montré',
	'Evidence: what checks found on the machines of these labs':
		'Preuves : ce que les contrôles ont constaté sur les machines de ces labs',
	'Given on {day} · level {level} · {hours} hours': 'Délivré le {day} · niveau {level} · {hours} heures',
	'Given on {day} · level {level}': 'Délivré le {day} · niveau {level}',
	beginner: 'débutant',
	intermediate: 'intermédiaire',
	advanced: 'avancé',
	'To be verified at {address}': 'À vérifier à l’adresse {address}',
	'Verify it, or show it elsewhere': 'Le vérifier, ou le montrer ailleurs',
	"The badge is an Open Badges 3.0 credential, signed with this platform's key. Whoever has it and the {key} can verify it without asking us.":
		'Le badge est une attestation Open Badges 3.0, signée avec la clé de cette plateforme. Qui le possède et a la {key} peut le vérifier sans rien nous demander.',
	'published key': 'clé publiée',
	'Download the badge': 'Télécharger le badge',
	"To print it, or keep it as a PDF, use your browser's Print.":
		'Pour l’imprimer ou le garder en PDF, utilisez l’impression de votre navigateur.',
	'Revoke it': 'Le révoquer',
	'Who verifies the certificate reads this.': 'Qui vérifie le certificat lit ceci.',
	'gave machines more time': 'a donné plus de temps à des machines',
	'gave new machines': 'a donné de nouvelles machines',
	'Revoke this certificate': 'Révoquer ce certificat',
	'There is no such certificate.': 'Ce certificat n’existe pas.',
	'Only operators may revoke a certificate.': 'Seuls les opérateurs peuvent révoquer un certificat.',
	'It is revoked: this page and the status list say so from now on.':
		'Il est révoqué : cette page et la liste d’état le disent désormais.',
	'For every course whose labs you have all done: a page to print, and a badge that others can verify.':
		'Pour chaque cours dont vous avez terminé tous les labs : une page à imprimer, et un badge que d’autres peuvent vérifier.',
	'None yet': 'Pas encore',
	'Finish a lab of a {link}, and the way to its certificate is shown here.':
		'Terminez un lab d’un {link}, et le chemin vers son certificat s’affiche ici.',
	'given on {day}': 'délivré le {day}',
	revoked: 'révoqué',
	'On the way': 'En chemin',
	'Get the certificate of {title}': 'Obtenir le certificat de {title}',
	'Get the certificate': 'Obtenir le certificat',
	'A certificate carries your name, and whoever has its address can read it.':
		'Un certificat porte votre nom, et quiconque a son adresse peut le lire.',
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
	Stay: 'Rester',
	'Others see it, and you sign in with it. Letters, digits, dots and dashes.':
		'Les autres le voient, et il sert à vous connecter. Lettres, chiffres, points et tirets.',
	'At least 10 characters. Three or four words you alone would put together make a good one.':
		'Au moins 10 caractères. Trois ou quatre mots que vous seul mettriez ensemble font un bon mot de passe.',
	'Sign-up is closed here': 'L’inscription est fermée ici',
	'Ask the operator of this site for an account. If you have one, {link}.':
		'Demandez un compte à l’opérateur de ce site. Si vous en avez un, {link}.',
	'sign in': 'connectez-vous',
	'Invitation code': 'Code d’invitation',
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
	'This code is mistyped, used up or too old. Ask for another where you got it.':
		'Ce code est mal saisi, épuisé ou trop ancien. Demandez-en un autre là où vous l’avez obtenu.',
	Code: 'Code',
	'This code leads to the class “{title}”.': 'Ce code mène à la classe « {title} ».',
	'You teach this class, so you need not join it.':
		'Vous enseignez dans cette classe, vous n’avez donc pas à la rejoindre.',
	'You are in this class.': 'Vous êtes dans cette classe.',
	'To your work': 'Vers votre travail',
	'Its instructors will see what you do in their labs, and your results.':
		'Ses enseignants verront ce que vous faites dans leurs labs, et vos résultats.',
	'Join the class': 'Rejoindre la classe',
	'Welcome to Labwright': 'Bienvenue dans Labwright',
	'This link makes the first operator: the account that invites others and decides who may sign up.':
		'Ce lien crée le premier opérateur : le compte qui invite les autres et décide qui peut s’inscrire.',
	'Become the operator': 'Devenir l’opérateur',
	'This link is no longer good': 'Ce lien n’est plus valable',
	'It works once, and each start of the server prints a new one until there is an operator. If you are the operator, {link}.':
		'Il marche une seule fois, et chaque démarrage du serveur en affiche un nouveau tant qu’il n’y a pas d’opérateur. Si vous êtes l’opérateur, {link}.',
	'There is no such recording.': 'Cet enregistrement n’existe pas.',
	'The recording is deleted.': 'L’enregistrement est supprimé.',
	'Nothing was recorded yet.': 'Rien n’a encore été enregistré.',
	'Nothing was recorded yet': 'Rien n’a encore été enregistré',
	'{place}, recorded {moment} UTC.': '{place}, enregistré le {moment} UTC.',
	'{place}, recorded {moment} UTC of {person}, who sees that you looked.':
		'{place}, enregistré le {moment} UTC, de {person}, qui voit que vous avez regardé.',
	'Download as .cast': 'Télécharger en .cast',
	'Come back when the terminal has shown something.': 'Revenez quand le terminal aura montré quelque chose.',
	'still on': 'en cours',
	'What your terminals in labs showed is kept for {days} days. You, instructors and operators can play it. What you type where it is not shown, such as a password, is never in it.':
		'Ce que vos terminaux ont montré dans les labs est conservé {days} jours. Vous, les enseignants et les opérateurs pouvez le rejouer. Ce que vous saisissez sans que cela s’affiche, comme un mot de passe, n’y est jamais.',
	'Terminals are not recorded on this platform.':
		'Les terminaux ne sont pas enregistrés sur cette plateforme.',
	Recorded: 'Enregistré',
	'Nothing is recorded': 'Rien n’est enregistré',
	'Start a lab and open its terminal.': 'Démarrez un lab et ouvrez son terminal.',
	'Delete {lab}, {place}': 'Supprimer {lab}, {place}',
	Delete: 'Supprimer',
	'Who has looked': 'Qui a regardé',
	'Nobody has looked at your terminals or recordings.':
		'Personne n’a regardé vos terminaux ni vos enregistrements.',
	'opened the recording of {lab}, {place}': 'a ouvert l’enregistrement de {lab}, {place}',
	'looked at {lab}, {place}': 'a regardé {lab}, {place}',
	'looked at {lab}, {place}; typed with your consent': 'a regardé {lab}, {place} ; a saisi avec votre accord',
	'looked at {lab}, {place}, for {time}': 'a regardé {lab}, {place}, pendant {time}',
	'looked at {lab}, {place}, for {time}; typed with your consent':
		'a regardé {lab}, {place}, pendant {time} ; a saisi avec votre accord',
	'The operator of this platform has not written anything about privacy.':
		'L’opérateur de cette plateforme n’a rien écrit au sujet de la confidentialité.',
	'What you were seen to do, course by course, with the labs that show it.':
		'Ce que vous avez montré, cours par cours, avec les labs qui l’attestent.',
	'Nothing is shown yet': 'Rien n’est encore montré',
	'With each lab you do, what it shows appears here.': 'À chaque lab terminé, ce qu’il montre apparaît ici.',
	'All courses begun': 'Tous les cours commencés',
	'{link} wait to be begun.': '{link} vous attendent.',
	'There is no such list.': 'Cette liste n’existe pas.',
	'There is no such track': 'Ce parcours n’existe pas',
	'There is no such course': 'Ce cours n’existe pas',
	'{done} of {n} lab done|{done} of {n} labs done': '{done} sur {n} lab terminé|{done} sur {n} labs terminés',
	'Continue: {lab}': 'Continuer : {lab}',
	'Start: {lab}': 'Commencer : {lab}',
	"None of this track's labs can be read now": 'Aucun lab de ce parcours ne peut être lu en ce moment',
	'Its instructors see the reason on their authoring page.':
		'Ses enseignants en voient la raison sur leur page d’auteurs.',
	'Paths across courses, laid for one purpose. Take them at your own pace.':
		'Des chemins à travers les cours, tracés dans un but. Suivez-les à votre rythme.',
	'No tracks yet': 'Pas encore de parcours',
	'Until somebody lays one, every lab can be found in the catalogue.':
		'En attendant qu’on en trace un, tous les labs se trouvent dans le catalogue.',
	'All labs done. Find another course': 'Tous les labs sont terminés. Trouver un autre cours',
	'Module {number}': 'Module {number}',
	'No labs in this module yet': 'Pas encore de labs dans ce module',
	'This course has no modules yet': 'Ce cours n’a pas encore de modules',
	'The capstone': 'Le projet final',
	Reading: 'Lectures',
	'Every course and every lab on this platform.': 'Tous les cours et tous les labs de cette plateforme.',
	'Courses are folders below {folder}. Put one there and it appears here by itself.':
		'Les cours sont des dossiers sous {folder}. Mettez-en un là et il apparaît ici tout seul.',
	'See what was read': 'Voir ce qui a été lu',
	'{courses} and {labs} found.': 'Trouvés : {courses} et {labs}.',
	'{n} course|{n} courses': '{n} cours|{n} cours',
	'Show everything': 'Tout afficher',
	'Nothing matches': 'Rien ne correspond',
	'Use fewer words, or allow more time or another level.':
		'Utilisez moins de mots, ou permettez plus de temps ou un autre niveau.',
	Any: 'Tous',
	'Search: logs, DNS, permissions…': 'Rechercher : journaux, DNS, droits…',
	Topic: 'Sujet',
	Time: 'Durée',
	'up to {time}': 'jusqu’à {time}',
	'{n} second|{n} seconds': '{n} seconde|{n} secondes',
	'{n} minute|{n} minutes': '{n} minute|{n} minutes',
	'Too many tries. Wait {time}, then try again.': 'Trop d’essais. Attendez {time}, puis réessayez.',
	'Too many people are signing in at this moment. Try again in a minute.':
		'Trop de personnes se connectent en ce moment. Réessayez dans une minute.',
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
	'This link has been used, or a newer one was printed at the last start.':
		'Ce lien a été utilisé, ou un plus récent a été affiché au dernier démarrage.',
	'Sign-up is closed here. Ask the operator for an account.':
		'L’inscription est fermée ici. Demandez un compte à l’opérateur.',
	'Type the invitation code you were given.': 'Saisissez le code d’invitation qu’on vous a donné.',
	'Choose a name.': 'Choisissez un nom.',
	'A name has {least} to {most} characters.': 'Un nom a de {least} à {most} caractères.',
	'A name is made of letters, digits, dots, dashes and underscores.':
		'Un nom est fait de lettres, de chiffres, de points, de tirets et de tirets bas.',
	'A name begins with a letter or a digit.': 'Un nom commence par une lettre ou un chiffre.',
	'Choose a password.': 'Choisissez un mot de passe.',
	'A password has at most {most} characters.': 'Un mot de passe a au plus {most} caractères.',
	'A password has at least {least} characters.': 'Un mot de passe a au moins {least} caractères.',
	'The password must not be the name.': 'Le mot de passe ne doit pas être le nom.',
	'This is one of the first passwords anybody would try. Three or four words you alone would put together make a good one.':
		'C’est l’un des premiers mots de passe que n’importe qui essaierait. Trois ou quatre mots que vous seul mettriez ensemble en font un bon.',
	'This is the last operator. Make somebody else an operator first.':
		'C’est le dernier opérateur. Donnez d’abord ce rôle à quelqu’un d’autre.',
	'There is no such person. Reload the page.': 'Cette personne n’existe pas. Rechargez la page.',
	'{name} is switched off. Switch them on first.': '{name} est désactivé. Réactivez d’abord ce compte.',
	'Give a number of people from 1 to {most}.': 'Donnez un nombre de personnes de 1 à {most}.',
	'Give a number of days from 1 to {most}.': 'Donnez un nombre de jours de 1 à {most}.',
	'There is no such course.': 'Ce cours n’existe pas.',
	'There is more to do in this course: {missing} of {labs} labs.':
		'Il reste à faire dans ce cours : {missing} labs sur {labs}.',
	'Say why, for those who verify it.': 'Dites pourquoi, pour qui le vérifie.',
	'This lab is still on, so it is still being recorded. Stop the lab first.':
		'Ce lab est encore en cours, il est donc encore enregistré. Arrêtez d’abord le lab.',
	'Write the note first: it is all that they get.':
		'Écrivez d’abord la note : c’est tout ce que la personne reçoit.',
	'These machines have changed hands already.': 'Ces machines ont déjà changé de mains.',
	'You have offered them already. Take the offer back first.':
		'Vous les avez déjà proposées. Retirez d’abord la proposition.',
	'Nobody else in your classes has this name.': 'Personne d’autre dans vos classes ne porte ce nom.',
	'This platform has no address for pages of machines yet. Whoever runs it sets PREVIEW_ORIGIN; the README says how.':
		'Cette plateforme n’a pas encore d’adresse pour les pages des machines. Qui l’exploite règle PREVIEW_ORIGIN ; le README dit comment.',
	'There is no such host in this lab.': 'Cet hôte n’existe pas dans ce lab.',
	'A port is a number from 1 to 65535.': 'Un port est un nombre de 1 à 65535.',
	'There is nothing here.': 'Il n’y a rien ici.',
	'Something on this server went wrong. It has been written to the log.':
		'Quelque chose s’est mal passé sur ce serveur. C’est noté dans le journal.',
	'The disk of this platform is full, so this could not be kept. Your machines and what was kept before are safe. Tell the operator, and try again in a moment.':
		'Le disque de cette plateforme est plein, ceci n’a donc pas pu être conservé. Vos machines et ce qui était conservé avant sont en sécurité. Prévenez l’opérateur, et réessayez dans un instant.',
	'The platform is starting. Try again in a moment.': 'La plateforme démarre. Réessayez dans un instant.',
	'This request came from another site, so it was refused. If it did not: open this platform at {address}, which is the address it was given (setting ORIGIN).':
		'Cette requête venait d’un autre site, elle a donc été refusée. Si ce n’est pas le cas : ouvrez cette plateforme à {address}, l’adresse qui lui a été donnée (réglage ORIGIN).',
	'That is more than this page takes. A file may have {size} MiB.':
		'C’est plus que cette page n’accepte. Un fichier peut avoir {size} Mio.',
	'Stands at the head of every page and on certificates.':
		'Figure en tête de chaque page et sur les attestations.',
	'For people whose browsers ask for neither.':
		'Pour les personnes dont le navigateur ne demande ni l’un ni l’autre.',
	'For people who have not chosen one themselves.':
		'Pour les personnes qui n’en ont pas choisi un elles-mêmes.',
	English: 'Anglais',
	French: 'Français',
	'As configured: {value}': 'Comme configuré : {value}',
	Logo: 'Logo',
	'Logo file': 'Fichier du logo',
	'Its words': 'Ses mots',
	'What the logo says, for who does not see it.': 'Ce que dit le logo, pour qui ne le voit pas.',
	'Save the logo': 'Enregistrer le logo',
	'Take the logo away': 'Retirer le logo',
	'An SVG or a PNG of 256 KiB at most. It stands at the head of every page, where people sign in, on certificates and on printed reports.':
		'Un SVG ou un PNG de 256 Kio au plus. Il figure en tête de chaque page, là où l’on se connecte, sur les attestations et les rapports imprimés.',
	'Say in words what the logo says: for who does not see it.':
		'Dites en mots ce que dit le logo : pour qui ne le voit pas.',
	'This file is larger than 256 KiB. Save it smaller.':
		'Ce fichier dépasse 256 Kio. Enregistrez-le plus petit.',
	'This is neither an SVG nor a PNG, whatever it is called.':
		'Ce n’est ni un SVG ni un PNG, quel que soit son nom.',
	'This picture has more than 2000 pixels on a side. Save it smaller.':
		'Cette image a plus de 2000 pixels de côté. Enregistrez-la plus petite.',
	'This SVG could run something or load something from elsewhere ({what}). Export it as a plain SVG.':
		'Ce SVG pourrait exécuter quelque chose ou charger quelque chose d’ailleurs ({what}). Exportez-le en SVG simple.'
} as const;
