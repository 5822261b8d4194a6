/** What stands in every export, and on the page that deletes an account. */

/** What stays when an account is deleted, and why. */
export const KEPT = [
	'In the list of who looked at whose work: your name beside the looks that were yours, because those whose work it was have a right to know.',
	'In requests for help that you answered, and in what you said to a class: your name, because those you helped keep the answer.',
	'In the audit log of the operators: your name beside what you did or had done to you, until it is too old.',
	'Of certificates: their numbers and whether they were revoked, without your name, so that a revoked one never becomes good again.',
	'Labs that you brought along: without your name, because learners work on them.',
	'In backups made before: everything, until they are deleted as too old.'
] as const;

export const README = `Everything that this platform keeps about you.

Each .json file is one kind of row, as the database has it: users is your account, runs are the labs
you started, attempts what their checks found, drills your drills, watchings who looked at your work
or whose work you looked at. Times are in UTC. Passwords and session secrets are kept as hashes only,
and are left out. recordings/ has what your terminals showed, as asciicast: asciinema plays them.

If you delete your account, all of this goes but:

${KEPT.map((line) => `- ${line}`).join('\n')}
`;
