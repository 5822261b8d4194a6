/**
 * What somebody sees of a platform: `node ask.mjs HOST:PORT NAME PASSWORD PATH` signs in and prints the page as
 * plain text. Ends with 1 and a sentence when they are not let in.
 */
import { Person } from './person.mjs';

const [at, name, password, path] = process.argv.slice(2);
const who = new Person({ at, origin: process.env.ORIGIN, name });
try {
	await who.enter('/sign-in', { password });
	const { text } = await who.ask(path);
	console.log(
		text
			.replace(/<script[\s\S]*?<\/script>/g, ' ')
			.replace(/<[^>]+>/g, ' ')
			.replace(/\s+/g, ' ')
	);
} catch (error) {
	console.log(`${name} cannot sign in there: ${error.message}`);
	process.exitCode = 1;
}
