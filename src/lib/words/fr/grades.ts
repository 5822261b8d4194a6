/** Gradebook, points, skills, the printed report. */
export default {
	', {n} day late|, {n} days late': ', {n} jour de retard|, {n} jours de retard',
	', due for them {moment}': ', à rendre pour cette personne le {moment}',
	', of which {points} by hand': ', dont {points} à la main',
	'(replaced)': '(remplacé)',
	'{n} day late|{n} days late': '{n} jour de retard|{n} jours de retard',
	'{name}, {number}: {state}, {done} of {of} labs': '{name}, {number} : {state}, labs : {done} sur {of}',
	'{state}, {done} of {of} labs': '{state}, labs : {done} sur {of}',
	'A skill is shown when every lab that shows it is done, on machines that were checked. Press a mark to see the evidence.':
		'Une compétence est démontrée quand tous les labs qui la démontrent sont faits, sur des machines contrôlées. Appuyez sur un repère pour voir les preuves.',
	'Assign a track': 'Donnez un parcours',
	'Assign something': 'Donner un devoir',
	'Bring people in': 'Faire venir des personnes',
	'by {name}, {moment}': 'par {name}, {moment}',
	'by hand {points}': 'à la main {points}',
	'Change by hand': 'Modifier à la main',
	'Download as CSV': 'Télécharger en CSV',
	'Find by name': 'Chercher par nom',
	'Find by name or number': 'Chercher par nom ou numéro',
	'Finished, {goal}': 'Terminé, {goal}',
	'Give a number between -{most} and {most}.': 'Indiquez un nombre entre -{most} et {most}.',
	Goal: 'Objectif',
	Gradebook: 'Carnet de notes',
	Grades: 'Notes',
	'Labs done of those that each goal asks for.': 'Labs faits parmi ceux que demande chaque objectif.',
	'Last seen at work': 'Dernière activité',
	'Less than 0 takes some off; 0 takes back what was added before.':
		'Moins de 0 en retire ; 0 annule ce qui a été ajouté avant.',
	'No points': 'Aucun point',
	'No skills to show': 'Aucune compétence à montrer',
	'Nobody is called that': 'Personne ne s’appelle ainsi',
	'Nobody is called that.': 'Personne ne s’appelle ainsi.',
	'Nothing is assigned. {link} with a target date to see here who is how far.':
		'Aucun devoir n’est donné. {link} avec une date visée pour voir ici où en est chacun.',
	'Nothing is graded yet': 'Rien n’est encore noté',
	Older: 'Plus ancien',
	Outcomes: 'Acquis',
	'Person by person': 'Personne par personne',
	'Points count as each assignment says, less the price of hints and of being late. Press a number to see how it came about, or to change it with a reason.':
		'Les points comptent comme le dit chaque devoir, moins le prix des indices et du retard. Appuyez sur un nombre pour voir d’où il vient, ou pour le modifier avec un motif.',
	'Points to add': 'Points à ajouter',
	'Report of {day}, {people}': 'Bilan du {day}, {people}',
	Skills: 'Compétences',
	'Skills are the outcomes of courses, and no course on this platform names any.':
		'Les compétences sont les acquis des cours, et aucun cours de cette plateforme n’en nomme.',
	'somebody who is gone': 'quelqu’un qui n’est plus là',
	'The points are changed.': 'Les points sont modifiés.',
	'The report shows what its people have reached.': 'Le bilan montre ce que ses membres ont atteint.',
	'There is no such grade in this class.': 'Cette note n’existe pas dans cette classe.',
	'What people have shown': 'Ce qui a été démontré',
	'What you assign is graded here as people work on it.':
		'Les devoirs donnés sont notés ici à mesure du travail.'
} as const;
