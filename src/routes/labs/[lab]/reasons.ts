/** Why a lab has ended, as it is kept, in the language of who reads: the reason, and what stands behind many. */
import { told } from '#lib/words/index.ts';

const TAILS = [
	'It is not your fault; the instructor can see why. You can try again.',
	'Your results are kept.'
];

export function toldReason(kept: string): string {
	const whole = told(kept);
	const tail = whole === kept ? TAILS.find((one) => kept.endsWith(` ${one}`)) : undefined;
	return tail ? `${told(kept.slice(0, -tail.length - 1))} ${told(tail)}` : whole;
}
