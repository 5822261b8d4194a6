/** Labs that instructors bring along. */
export default {
	'brought a draft of a lab': 'a apporté un brouillon de lab',
	'published a lab': 'a publié un lab',
	'took a published lab back': 'a retiré un lab publié',
	'deleted a draft of a lab': 'a supprimé un brouillon de lab',
	'Our own labs': 'Nos propres labs',
	'Labs of {platform}': 'Labs de {platform}',
	'Written by those who teach here, each proven on this platform before it was published.':
		'Écrits par celles et ceux qui enseignent ici, chacun prouvé sur cette plateforme avant d’être publié.',
	'This zip has {count} entries. A lab’s zip has at most {most}.':
		'Ce zip a {count} entrées. Le zip d’un lab en a au plus {most}.',
	'Unpacked, this zip is larger than the 50 MiB that a lab may have.':
		'Déballé, ce zip dépasse les 50 Mio qu’un lab peut avoir.',
	'{path} is encrypted. Pack the lab without a password.':
		'{path} est chiffré. Emballez le lab sans mot de passe.',
	'{path} is compressed in a way that is not read here. Pack with “deflate”, as zip does.':
		'{path} est compressé d’une façon qui n’est pas lue ici. Emballez avec « deflate », comme le fait zip.',
	'{path} is a symbolic link. Put the file itself in its place.':
		'{path} est un lien symbolique. Mettez le fichier lui-même à sa place.',
	'{path} is neither a file nor a folder. Nothing else may be in a lab.':
		'{path} n’est ni un fichier ni un dossier. Un lab ne peut rien contenir d’autre.',
	'{path} is a folder with content. Pack the lab anew.':
		'{path} est un dossier qui porte un contenu. Emballez le lab à nouveau.',
	'{path} is larger than the 10 MiB that a file may have.':
		'{path} dépasse les 10 Mio qu’un fichier peut avoir.',
	'{path} swells to more than {times} times its size. Such a file is not unpacked here.':
		'{path} gonfle à plus de {times} fois sa taille. Un tel fichier n’est pas déballé ici.',
	'This zip tells two different things about {path}. Pack the lab anew.':
		'Ce zip dit deux choses différentes de {path}. Emballez le lab à nouveau.',
	'{one} and {other} share their bytes in this zip. Pack the lab anew.':
		'{one} et {other} partagent leurs octets dans ce zip. Emballez le lab à nouveau.',
	'{path} is not what the zip says of it, or is damaged. Pack the lab anew.':
		'{path} n’est pas ce que le zip en dit, ou est abîmé. Emballez le lab à nouveau.',
	'{path} holds more than the zip says. It is not unpacked here.':
		'{path} contient plus que ce que dit le zip. Il n’est pas déballé ici.',
	'{path} is damaged: its checksum is wrong. Pack the lab anew.':
		'{path} est abîmé : sa somme de contrôle est fausse. Emballez le lab à nouveau.',
	'This is not a zip that can be read ({error}).': 'Ce n’est pas un zip lisible ({error}).',
	'The name {name} holds characters that cannot be seen. Rename it.':
		'Le nom {name} contient des caractères invisibles. Renommez-le.',
	'The name {name} is absolute. Names in a lab’s zip begin at the lab’s folder.':
		'Le nom {name} est absolu. Les noms dans le zip d’un lab partent du dossier du lab.',
	'The name {name} holds a backslash. Folders in a zip are divided by slashes.':
		'Le nom {name} contient une barre oblique inverse. Dans un zip, les dossiers sont séparés par des barres obliques.',
	'The name {name} leads out of the zip’s own folder.': 'Le nom {name} mène hors du dossier du zip.',
	'The name {name} has an empty part. Each part between slashes must be a name.':
		'Le nom {name} a une partie vide. Chaque partie entre barres obliques doit être un nom.',
	'The name {name} … is too long: {path} characters in all, {part} for each of at most {depth} parts.':
		'Le nom {name}… est trop long : {path} caractères en tout, {part} pour chacune des {depth} parties au plus.',
	'There are two entries called {path} in this zip. One name, one file.':
		'Deux entrées s’appellent {path} dans ce zip. Un nom, un fichier.',
	'{one} and {other} differ only in capitals or accents, and would be one file on some machines. Rename one.':
		'{one} et {other} ne diffèrent que par des majuscules ou des accents, et seraient un seul fichier sur certaines machines. Renommez-en un.',
	'{path} is a file and a folder in this zip. It can be one of them.':
		'{path} est un fichier et un dossier dans ce zip. Il ne peut être que l’un des deux.',
	'A name in this zip is not UTF-8. Name files in plain letters, or pack with UTF-8 names.':
		'Un nom dans ce zip n’est pas en UTF-8. Nommez les fichiers en lettres simples, ou emballez avec des noms en UTF-8.',
	'There is no lab.yaml in this. A lab is a folder with lab.yaml and guide.md; put that folder in.':
		'Il n’y a pas de lab.yaml là-dedans. Un lab est un dossier avec lab.yaml et guide.md ; mettez-y ce dossier.',
	'There are several labs in this ({labs}). Bring one at a time.':
		'Il y a plusieurs labs là-dedans ({labs}). Apportez-en un à la fois.',
	'This is larger than the {size} MiB that a lab’s zip may have.':
		'C’est plus que les {size} Mio que le zip d’un lab peut avoir.',
	'The folder in the repository is written like courses/dns: names, with slashes between.':
		'Le dossier dans le dépôt s’écrit comme courses/dns : des noms, séparés par des barres obliques.',
	'There is no folder {path} in this repository.': 'Il n’y a pas de dossier {path} dans ce dépôt.',
	'Nothing is pulled here: the operator has named no host for it (setting GIT_HOSTS). Bring a zip instead.':
		'Rien n’est tiré ici : l’opérateur n’a nommé aucun hôte pour cela (réglage GIT_HOSTS). Apportez plutôt un zip.',
	'The address of a repository begins with https:// and names a host and a path.':
		'L’adresse d’un dépôt commence par https:// et nomme un hôte et un chemin.',
	'Leave name and password out of the address: everybody who sees the draft would read them.':
		'Laissez nom et mot de passe hors de l’adresse : qui voit le brouillon les lirait.',
	'The operator has not named {host} as a host to pull from (setting GIT_HOSTS). Named are: {hosts}.':
		'L’opérateur n’a pas nommé {host} parmi les hôtes d’où l’on tire (réglage GIT_HOSTS). Sont nommés : {hosts}.',
	'There is no repository at {address}, or the operator has not named its folder (setting GIT_HOSTS).':
		'Il n’y a pas de dépôt à {address}, ou l’opérateur n’a pas nommé son dossier (réglage GIT_HOSTS).',
	'The repository did not answer within a minute. Try again later.':
		'Le dépôt n’a pas répondu en une minute. Réessayez plus tard.',
	'What is in the repository is too large. A lab’s zip has at most {size} MiB.':
		'Le contenu du dépôt est trop grand. Le zip d’un lab a au plus {size} Mio.',
	'The repository could not be pulled ({error}).': 'Le dépôt n’a pas pu être tiré ({error}).',
	'Others are bringing labs just now. Try again in a minute.':
		'D’autres apportent des labs en ce moment. Réessayez dans une minute.',
	'There is no such draft of yours.': 'Vous n’avez pas ce brouillon.',
	'The id {id} belongs to a lab of this platform. Give yours another one in lab.yaml.':
		'L’identifiant {id} est celui d’un lab de cette plateforme. Donnez-en un autre au vôtre dans lab.yaml.',
	'The id {id} belongs to somebody else’s lab. Give yours another one in lab.yaml.':
		'L’identifiant {id} est celui du lab de quelqu’un d’autre. Donnez-en un autre au vôtre dans lab.yaml.',
	'The id {id} belongs to another lab by now. Give yours another one in lab.yaml.':
		'L’identifiant {id} est désormais celui d’un autre lab. Donnez-en un autre au vôtre dans lab.yaml.',
	'You have {n} drafts. Delete one that is no longer needed.':
		'Vous avez {n} brouillons. Supprimez-en un qui ne sert plus.',
	'This draft is the lab {before}, and what you brought is {id}: results hang on the id. Bring it as a lab of its own.':
		'Ce brouillon est le lab {before}, et ce que vous apportez est {id} : les résultats tiennent à l’identifiant. Apportez-le comme un lab à part.',
	'There is a draft of {id} already. Bring the newer version there.':
		'Il y a déjà un brouillon de {id}. Apportez-y la nouvelle version.',
	'Mend what is listed first: this lab cannot be played yet.':
		'Corrigez d’abord ce qui est listé : ce lab ne peut pas encore être joué.',
	'Just this content is proven already.': 'Ce contenu précis est déjà prouvé.',
	'A newer version came meanwhile. Prove that one.':
		'Une version plus récente est arrivée entre-temps. Prouvez celle-là.',
	'It is not published.': 'Il n’est pas publié.',
	'It is published. Take it back first, then delete it.':
		'Il est publié. Retirez-le d’abord, puis supprimez-le.',
	'Something in this lab must be mended first; it is listed below.':
		'Quelque chose dans ce lab doit d’abord être corrigé ; c’est listé plus bas.',
	'Its proof is not through. Publish when it is.':
		'Sa preuve n’est pas terminée. Publiez quand elle le sera.',
	'It is published once it is proven. Start its proof first.':
		'Il se publie une fois prouvé. Lancez d’abord sa preuve.',
	'Its proof has found problems; they are listed below. Mend them and bring the lab again.':
		'Sa preuve a trouvé des problèmes ; ils sont listés plus bas. Corrigez-les et apportez le lab à nouveau.',
	'Waits for its proof': 'Attend sa preuve',
	'Is being proven': 'Preuve en cours',
	'Proof was interrupted': 'Preuve interrompue',
	'Proof was stopped': 'Preuve arrêtée',
	'Proof could not be made': 'Preuve impossible',
	'Not proven yet': 'Pas encore prouvé',
	'Labs brought along': 'Labs apportés',
	'Bring a lab, see what must be mended, have it proven on this platform, and publish it.':
		'Apportez un lab, voyez ce qui doit être corrigé, faites-le prouver sur cette plateforme, et publiez-le.',
	'This was not taken': 'Ceci n’a pas été accepté',
	'From a zip': 'Depuis un zip',
	'Bring this lab': 'Apporter ce lab',
	'Bring a lab': 'Apporter un lab',
	'From a repository': 'Depuis un dépôt',
	Address: 'Adresse',
	'What git clones from. Allowed here: {hosts}.': 'Ce que git clone. Autorisés ici : {hosts}.',
	'Folder of the lab in it': 'Dossier du lab dans le dépôt',
	'Leave it empty when the repository holds one lab.': 'Laissez vide quand le dépôt contient un seul lab.',
	'Pull the lab': 'Tirer le lab',
	'The operator has named no host to pull from (setting GIT_HOSTS), so this is off.':
		'L’opérateur n’a nommé aucun hôte d’où tirer (réglage GIT_HOSTS) : c’est désactivé.',
	'{n} draft|{n} drafts': '{n} brouillon|{n} brouillons',
	'No lab has been brought yet': 'Aucun lab n’a encore été apporté',
	'What you bring is seen by you and the operators, until you publish it.':
		'Ce que vous apportez n’est vu que de vous et des opérateurs, jusqu’à ce que vous le publiiez.',
	'Zip of a lab’s folder': 'Zip du dossier d’un lab',
	'One folder with lab.yaml and guide.md, 24 MiB at most, without links.':
		'Un dossier avec lab.yaml et guide.md, 24 Mio au plus, sans liens.',
	Published: 'Publié',
	'An older version is published': 'Une version antérieure est publiée',
	'Their account is gone': 'Compte supprimé',
	'Published. Learners find it in the catalogue.': 'Publié. Les apprenants le trouvent dans le catalogue.',
	'Taken back. Who is at work on it can finish; what was reached stays.':
		'Retiré. Qui y travaille peut terminer ; ce qui est acquis reste.',
	'Who is at work on it can finish; what was reached stays.':
		'Qui y travaille peut terminer ; ce qui est acquis reste.',
	'Say that you are sure first.': 'Dites d’abord que vous êtes sûr.',
	'For learners': 'Pour les apprenants',
	'Learners have version {version}.': 'Les apprenants ont la version {version}.',
	Publish: 'Publier',
	'These are warnings: the lab can be published with them.':
		'Ce sont des avertissements : le lab peut être publié ainsi.',
	'The lab is neither played nor published until this is mended. Mend it in your folder and bring it again.':
		'Le lab n’est ni joué ni publié tant que ceci n’est pas corrigé. Corrigez-le dans votre dossier et apportez-le à nouveau.',
	'Labs that you brought along: without your name, because learners work on them.':
		'Les labs que vous avez apportés : sans votre nom, parce que des apprenants y travaillent.',
	'Take the lab back': 'Retirer le lab',
	'It takes a green proof of just this content.': 'Il faut une preuve verte de ce contenu précis.',
	'A newer version': 'Une version plus récente',
	'Pull again': 'Tirer à nouveau',
	'Bring this version': 'Apporter cette version',
	'What is published stays until you publish the newer one.':
		'Ce qui est publié reste jusqu’à ce que vous publiiez la nouvelle version.',
	'I have the lab elsewhere, or need it no more.': 'J’ai le lab ailleurs, ou je n’en ai plus besoin.',
	'Delete the draft': 'Supprimer le brouillon',
	Brought: 'Apporté',
	Repository: 'Dépôt',
	File: 'Fichier',
	Commit: 'Commit',
	'Id of the lab': 'Identifiant du lab',
	Proof: 'Preuve',
	'{n} proof is before it.|{n} proofs are before it.': '{n} preuve passe avant.|{n} preuves passent avant.',
	'At work since {moment}. Tried so far: {count}.': 'En cours depuis {moment}. Essais jusqu’ici : {count}.',
	'Stop the proof': 'Arrêter la preuve',
	'Load this page again to see how far it is.': 'Rechargez cette page pour voir où elle en est.',
	'The server ended while this was being proven: the proof was interrupted. Run it again.':
		'Le serveur s’est arrêté pendant cette preuve : elle a été interrompue. Relancez-la.',
	'The proof was stopped before its end.': 'La preuve a été arrêtée avant sa fin.',
	'The proof could not be made. What it said stands below.':
		'La preuve n’a pas pu être faite. Ce qu’elle a dit figure plus bas.',
	'Prove it again': 'Prouver à nouveau',
	'Prove it': 'Prouver',
	'The lab is played on machines of its own: red when fresh, green when solved, no wrong solution accepted. That takes from seconds to half an hour.':
		'Le lab est joué sur ses propres machines : rouge au départ, vert une fois résolu, aucune fausse solution acceptée. Cela prend de quelques secondes à une demi-heure.',
	'On machines of your own, proven or not. Nothing there counts.':
		'Sur vos propres machines, avec ou sans preuve. Rien n’y compte.',
	'What the proof said': 'Ce que la preuve a dit'
} as const;
