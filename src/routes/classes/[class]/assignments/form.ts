import { text } from '../../../sign-in/form.ts';

/** An assignment as its form has it; sent back as it was when something is wrong. */
export const writtenIn = (form: FormData) => ({
	target: text(form, 'target').slice(0, 200),
	zone: text(form, 'zone').trim().slice(0, 60),
	opens: text(form, 'opens').slice(0, 16),
	due: text(form, 'due').slice(0, 16),
	closes: text(form, 'closes').slice(0, 16),
	late: text(form, 'late').slice(0, 4),
	counting: text(form, 'counting').slice(0, 20)
});
