import { expect, it } from 'vitest';
import { learnLanguages, speakIn } from '#lib/server/languages.ts';
import { toldReason } from './reasons.ts';

const inFrench = (kept: string) => speakIn('fr', () => toldReason(kept));

it('tells why a lab has ended, and what stands behind many reasons, whatever the reason was', () => {
	learnLanguages();
	const tail = 'It is not your fault; the instructor can see why. You can try again.';
	const told = 'Ce n’est pas de votre faute ; l’enseignant peut voir pourquoi. Vous pouvez réessayer.';
	expect(inFrench('You stopped this lab.')).toBe('Vous avez arrêté ce lab.');
	expect(inFrench(`The machines of this lab could not be started. ${tail}`)).toBe(
		`Les machines de ce lab n’ont pas pu être démarrées. ${told}`
	);
	expect(inFrench(`Nobody knows. ${tail}`)).toBe(`Nobody knows. ${told}`);
	expect(toldReason(`Nobody knows. ${tail}`)).toBe(`Nobody knows. ${tail}`);
});
