/** Home, courses, tracks, certificates, quizzes. */
export default {
	'There is nothing here': 'Il n’y a rien ici',
	'Try again in a moment.': 'Réessayez dans un instant.',
	'That did not work': 'Cela n’a pas marché',
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
	'Change the password': 'Changer le mot de passe',
	'Recordings and looks': 'Enregistrements et regards',
	'this browser': 'ce navigateur',
	'A browser': 'Un navigateur',
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
	Stay: 'Rester',
	'Sign-up is closed here': 'L’inscription est fermée ici',
	'sign in': 'connectez-vous',
	'Invitation code': 'Code d’invitation',
	'This code is mistyped, used up or too old. Ask for another where you got it.':
		'Ce code est mal saisi, épuisé ou trop ancien. Demandez-en un autre là où vous l’avez obtenu.',
	Code: 'Code',
	'You teach this class, so you need not join it.':
		'Vous enseignez dans cette classe, vous n’avez donc pas à la rejoindre.',
	'You are in this class.': 'Vous êtes dans cette classe.',
	'Join the class': 'Rejoindre la classe',
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
