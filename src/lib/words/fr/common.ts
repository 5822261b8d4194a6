/** The frame of every page, and the components. */
export default {
	Language: 'Langue',
	'Labwright {version}. Open source, hosted by the people who run it for you.':
		'Labwright {version}. Logiciel libre, hébergé par les personnes qui l’exploitent pour vous.',
	'Licence: {licence}': 'Licence : {licence}',
	Privacy: 'Confidentialité',
	Theme: 'Thème'
} as const;
