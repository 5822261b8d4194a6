/** Sentences that are kept in English, in the database or by a process, and told in the language of who reads. */
export default {
	'Your machines in “{lab}” are new: I have reset them.':
		'Vos machines dans « {lab} » sont neuves : je les ai réinitialisées.',
	'Class: {title}': 'Classe : {title}',
	'called off': 'annulée',
	'by themselves': 'par la personne elle-même',
	'Done: {title}': 'Réussi : {title}',
	'No longer: {title}': 'N’est plus réussi : {title}',
	'Handed in': 'Rendu',
	'The machines of this page are gone. Open it from the lab again.':
		'Les machines de cette page ne sont plus là. Ouvrez-la de nouveau depuis le lab.',
	'The account was deleted.': 'Le compte a été supprimé.',
	'as configured': 'comme configuré',
	logo: 'logo',
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
	'names of the outside, by the resolver': 'les noms extérieurs, par le résolveur',
	// Drills, runs and machines.
	'Noticed within {time}': 'Remarqué en moins de {time}',
	'There was no harm to notice': 'Il n’y avait aucun dommage à remarquer',
	'Not noticed': 'Non remarqué',
	'Well again within {time}, each time': 'Rétabli en moins de {time}, chaque fois',
	'Not well again': 'Non rétabli',
	'At least {share} of all answers good': 'Au moins {share} de bonnes réponses',
	'Nothing was asked': 'Rien n’a été demandé',
	'{lost} of {all} lost': '{lost} perdues sur {all}',
	'{unknown} of {all} could not be looked for': '{unknown} sur {all} n’ont pas pu être recherchées',
	'All {all} are there': 'Toutes les {all} sont là',
	'No acknowledged write lost': 'Aucune écriture confirmée perdue',
	'Nothing else harmed': 'Rien d’autre n’est endommagé',
	'Could not be looked at': 'N’a pas pu être regardé',
	'All as it was': 'Tout est comme avant',
	'Restart of {hosts}': 'Redémarrage de {hosts}',
	refused: 'refusé',
	'no answer in time': 'pas de réponse à temps',
	'cut off': 'coupé',
	'name unknown': 'nom inconnu',
	'certificate refused': 'certificat refusé',
	'TLS failed': 'échec TLS',
	unreachable: 'injoignable',
	'not understood': 'non compris',
	'not the answer': 'pas la bonne réponse',
	'not HTTP': 'pas du HTTP',
	'not DNS': 'pas du DNS',
	'no record': 'aucun enregistrement',
	'no client': 'aucun client',
	'You stopped this lab.': 'Vous avez arrêté ce lab.',
	'You left the line. Your files are kept.': 'Vous avez quitté la file. Vos fichiers sont conservés.',
	'The platform was restarted while this lab was starting. Start it again.':
		'La plateforme a été redémarrée pendant que ce lab démarrait. Démarrez-le à nouveau.',
	'The time of this lab was over. Your results are kept; start it again to go on.':
		'Le temps de ce lab était écoulé. Vos résultats sont conservés ; redémarrez-le pour continuer.',
	'Nobody had touched this lab for a minute, so it was stopped. Your results are kept.':
		'Personne n’avait touché à ce lab depuis une minute, il a donc été arrêté. Vos résultats sont conservés.',
	'Nobody had touched this lab for {minutes} minutes, so it was stopped. Your results are kept.':
		'Personne n’avait touché à ce lab depuis {minutes} minutes, il a donc été arrêté. Vos résultats sont conservés.',
	'A machine of this lab has stopped. Perhaps its first process was ended. Your results are kept; start it again.':
		'Une machine de ce lab s’est arrêtée. Peut-être que son premier processus a été terminé. Vos résultats sont conservés ; redémarrez-le.',
	'It is not your fault; the instructor can see why. You can try again.':
		'Ce n’est pas de votre faute ; l’enseignant peut voir pourquoi. Vous pouvez réessayer.',
	'Your results are kept.': 'Vos résultats sont conservés.',
	'An image of this lab could not be built.': 'Une image de ce lab n’a pas pu être construite.',
	'The machines of this lab could not be started.': 'Les machines de ce lab n’ont pas pu être démarrées.',
	'The scene of this lab could not be set.': 'La scène de ce lab n’a pas pu être préparée.',
	'This machine cannot run this lab. {why}': 'Cette machine ne peut pas exécuter ce lab. {why}',
	'Looking for the images': 'Recherche des images',
	'Building the image': 'Construction de l’image',
	'Building the images, {done} of {total}': 'Construction des images, {done} sur {total}',
	'Starting the machine': 'Démarrage de la machine',
	'Starting {number} machines': 'Démarrage de {number} machines',
	'Setting the scene': 'Préparation de la scène',
	'Preparing the image {image}: waiting for another image to be finished.':
		'Préparation de l’image {image} : en attente qu’une autre image soit terminée.',
	'Preparing the image {image}: step {number} of {total}: starting from {base}.':
		'Préparation de l’image {image} : étape {number} sur {total} : départ de {base}.',
	'Preparing the image {image}: step {number} of {total}: installing packages.':
		'Préparation de l’image {image} : étape {number} sur {total} : installation de paquets.',
	'Preparing the image {image}: step {number} of {total}: running its setup.':
		'Préparation de l’image {image} : étape {number} sur {total} : exécution de sa préparation.',
	'Preparing the image {image}: step {number} of {total}: copying files.':
		'Préparation de l’image {image} : étape {number} sur {total} : copie de fichiers.',
	'Preparing the image {image}: step {number} of {total}: writing down its settings.':
		'Préparation de l’image {image} : étape {number} sur {total} : inscription de ses réglages.',
	'Preparing the image {image}: step {number} of {total}: unpacking {package}.':
		'Préparation de l’image {image} : étape {number} sur {total} : décompression de {package}.',
	'Preparing the image {image}: step {number} of {total}: setting up {package}.':
		'Préparation de l’image {image} : étape {number} sur {total} : configuration de {package}.',
	'Preparing the image {image}: asking a registry for it.':
		'Préparation de l’image {image} : demande à un registre.',
	'Preparing the image {image}: a registry answers; downloading it.':
		'Préparation de l’image {image} : un registre répond ; téléchargement.',
	'Preparing the image {image}: it came from a registry.':
		'Préparation de l’image {image} : elle vient d’un registre.',
	'Preparing the image {image}: no registry answers, so it is made from Debian packages.':
		'Préparation de l’image {image} : aucun registre ne répond, elle est donc faite à partir de paquets Debian.',
	'Preparing the image {image}: it was made from Debian packages.':
		'Préparation de l’image {image} : elle a été faite à partir de paquets Debian.',
	'Preparing the image {image}: {doing}.': 'Préparation de l’image {image} : {doing}.',
	'Its machines are to reach {places}, which is not among the places this platform gives a way to (setting INTERNET_HOSTS).':
		'Ses machines doivent joindre {places}, ce qui n’est pas parmi les destinations que cette plateforme ouvre (réglage INTERNET_HOSTS).',
	'It asks for {wanted} MiB of memory, and {free} MiB are free.':
		'Il demande {wanted} Mio de mémoire, et {free} Mio sont libres.',
	'It asks for {wanted} MiB of memory, and this machine has {all} MiB.':
		'Il demande {wanted} Mio de mémoire, et cette machine en a {all} Mio.',
	'All sandboxes share the clock of the machine; only a virtual machine would have its own.':
		'Tous les bacs à sable partagent l’horloge de la machine ; seule une machine virtuelle aurait la sienne.',
	'The engine runs on another machine, so its networks cannot be broken from here.':
		'Le moteur tourne sur une autre machine, ses réseaux ne peuvent donc pas être coupés d’ici.',
	'This server does not run as root, so it cannot break networks.':
		'Ce serveur ne tourne pas en root, il ne peut donc pas couper de réseaux.',
	'The bridges of the engine are not in this server’s network (it runs in a container, or the engine without root), so they cannot be broken from here.':
		'Les ponts du moteur ne sont pas dans le réseau de ce serveur (il tourne dans un conteneur, ou le moteur sans root), ils ne peuvent donc pas être coupés d’ici.',
	'The program {program} is missing on this machine (on Debian: apt install {package}).':
		'Le programme {program} manque sur cette machine (sous Debian : apt install {package}).',
	'The kernel of this machine says that bridges cannot be filtered.':
		'Le noyau de cette machine dit que les ponts ne peuvent pas être filtrés.',
	'The kernel of this machine says that links cannot be delayed: it was built without netem.':
		'Le noyau de cette machine dit que les liens ne peuvent pas être retardés : il a été construit sans netem.',
	'The storage driver {driver} gives hosts no disk of a size of their own, so one cannot be full. A smaller file system inside a host can be filled.':
		'Le pilote de stockage {driver} ne donne pas aux hôtes de disque d’une taille propre, aucun ne peut donc être plein. Un système de fichiers plus petit dans un hôte peut être rempli.',
	'This lab wants {isolation} for a host, and the operator has not said which runtime that is (RUNTIMES={wish}=…).':
		'Ce lab demande {isolation} pour un hôte, et l’opérateur n’a pas dit de quel moteur d’exécution il s’agit (RUNTIMES={wish}=…).',
	'This lab wants {isolation} for a host, and the engine has no runtime {runtime}. The operator must add it to the engine.':
		'Ce lab demande {isolation} pour un hôte, et le moteur n’a pas {runtime}. L’opérateur doit l’y ajouter.',
	'{host} wants {isolation} on a network whose addresses the lab chooses. Such hosts can only have the addresses the engine gives: leave out the network’s subnet.':
		'{host} demande {isolation} sur un réseau dont le lab choisit les adresses. De tels hôtes ne peuvent avoir que les adresses données par le moteur : omettez le sous-réseau.',
	'The platform cannot bound what {host} would use ({bounds}), so it was not started. The operator must switch these control groups on.':
		'La plateforme ne peut pas limiter ce que {host} utiliserait ({bounds}), il n’a donc pas été démarré. L’opérateur doit activer ces groupes de contrôle.',
	'Labs cannot run on this platform for now: its engine is Podman {version}, which takes neither our list of system calls nor our bounded log. The operator must use Docker.':
		'Aucun lab ne peut tourner pour l’instant sur cette plateforme : son moteur est Podman {version}, qui n’accepte ni notre liste d’appels système ni notre journal limité. L’opérateur doit utiliser Docker.',
	'Labs cannot run on this platform for now: its engine cannot bound what they use ({bounds}). The operator must give the engine these control groups; without root it gets them only where they are of version 2.':
		'Aucun lab ne peut tourner pour l’instant sur cette plateforme : son moteur ne peut pas limiter ce qu’ils utilisent ({bounds}). L’opérateur doit donner ces groupes de contrôle au moteur ; sans root, il ne les obtient que s’ils sont de version 2.',
	'Labs with networks are closed on this platform for now: it could not be tried whether their networks are sealed off.':
		'Les labs avec réseaux sont fermés pour l’instant sur cette plateforme : on n’a pas pu vérifier que leurs réseaux sont étanches.',
	'Labs with networks are closed on this platform for now: from inside them one can reach {places}. The operator must close that first.':
		'Les labs avec réseaux sont fermés pour l’instant sur cette plateforme : de l’intérieur, on peut atteindre {places}. L’opérateur doit d’abord fermer cela.',
	'{host} was restarted.': '{host} a été redémarré.',
	'{host} was switched off.': '{host} a été éteint.',
	'{host} is switched off.': '{host} est éteint.',
	'{host} stands still.': '{host} est figé.',
	'The machines of this lab stand still until somebody comes back to them.':
		'Les machines de ce lab sont figées jusqu’à ce que quelqu’un y revienne.',
	'This machine has stood since before there were web pages. Reset the lab to see them.':
		'Cette machine date d’avant les pages web. Réinitialisez le lab pour les voir.',
	'Too many connections to this machine are open.': 'Trop de connexions à cette machine sont ouvertes.',
	'{number} terminals are open in this lab, which is as many as there may be. Close one first.':
		'{number} terminaux sont ouverts dans ce lab, c’est le maximum. Fermez-en un d’abord.',
	'The recording ends here: it has reached its largest size.':
		'L’enregistrement s’arrête ici : il a atteint sa taille maximale.',
	'Something was broken': 'Quelque chose a été cassé',
	'The machines were reset': 'Les machines ont été réinitialisées',
	'This check could not run. It does not count against you; your instructor can see what happened.':
		'Ce contrôle n’a pas pu s’exécuter. Cela ne vous est pas compté ; votre enseignant peut voir ce qui s’est passé.',
	'Done.': 'Fait.',
	'Not yet.': 'Pas encore.',
	'That is right.': 'C’est juste.',
	'All {number} right.': 'Les {number} sont justes.',
	'That is not it.': 'Ce n’est pas cela.',
	'That is not it. One try left.': 'Ce n’est pas cela. Il reste un essai.',
	'That is not it. {left} tries left.': 'Ce n’est pas cela. Il reste {left} essais.',
	'{right} of {all} right.': '{right} justes sur {all}.',
	'{right} of {all} right. One try left.': '{right} justes sur {all}. Il reste un essai.',
	'{right} of {all} right. {left} tries left.': '{right} justes sur {all}. Il reste {left} essais.',
	'This page belongs to a lab. Open it from there: this address alone opens it for nobody.':
		'Cette page appartient à un lab. Ouvrez-la depuis celui-ci : cette adresse seule ne l’ouvre pour personne.',
	'Another site asked for this, so it was refused.': 'Un autre site l’a demandé, c’est donc refusé.',
	'Pages of a lab cannot leave workers behind in a browser.':
		'Les pages d’un lab ne peuvent pas laisser de workers dans un navigateur.',
	'You look on: pages may be read, and nothing may be sent.':
		'Vous regardez : les pages peuvent être lues, et rien ne peut être envoyé.',
	'A preview does not pass this on.': 'Un aperçu ne transmet pas cela.',
	'Too much of this lab is open at once. Close some of it, then reload.':
		'Trop de choses de ce lab sont ouvertes à la fois. Fermez-en, puis rechargez.',
	'Nothing answers on {place} yet. Start the service, then reload.':
		'Rien ne répond encore sur {place}. Démarrez le service, puis rechargez.',
	'What answers on {place} speaks no HTTP, or broke off. Look at its log, then reload.':
		'Ce qui répond sur {place} ne parle pas HTTP, ou s’est interrompu. Regardez son journal, puis rechargez.'
	// (end of drills, runs and machines)
} as const satisfies Record<string, string>;
