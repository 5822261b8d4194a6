/** Somebody comes for the first time: `node newcomer.mjs HOST:PORT NAME` signs up, answers, and looks whether it was kept. */
import { randomBytes } from 'node:crypto';
import { Person } from './person.mjs';

const [at, name] = process.argv.slice(2);
const who = new Person({ at, origin: process.env.ORIGIN, name });
const [word, password] = [6, 12].map((bytes) => randomBytes(bytes).toString('hex'));
try {
	await who.enter('/sign-up', { password });
	await who.answer('rain-gauge', 'diary', 'entry', `a first line, ${word}`);
	const again = await new Person({ at, origin: process.env.ORIGIN, name }).enter('/sign-in', { password });
	const { text } = await again.ask('/attempts');
	if (!text.includes(word)) throw new Error('what they answered is not there.');
} catch (error) {
	console.log(error.message.replace(/\s+/g, ' ').slice(0, 200));
	process.exitCode = 1;
}
