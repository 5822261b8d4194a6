/**
 * The people of a town sign up and begin to learn: `node move-in.mjs HOST:PORT TOKEN`, with their names and
 * passwords in the environment. TOKEN is that of the first operator's link.
 */
import { pause, Person } from './person.mjs';

const { ORIGIN, OPERATOR_PASSWORD, LEARNER, PASSWORD, OWL, OWL_PASSWORD, MARK } = process.env;
const [at, token] = process.argv.slice(2);
const person = (name) => new Person({ at, origin: ORIGIN, name });

await person('keeper').enter('/welcome', { token, password: OPERATOR_PASSWORD });

const learner = await person(LEARNER).enter('/sign-up', { password: PASSWORD });
await learner.answer('rain-gauge', 'read', 'level', '12');
await learner.answer('rain-gauge', 'diary', 'entry', MARK);
await learner.work('first-valve', 'valve', ['echo the valve is stiff', 'echo it turns']);

const owl = await person(OWL).enter('/sign-up', { password: OWL_PASSWORD });
await owl.answer('rain-gauge', 'read', 'level', '12');

for (const name of ['anouk', 'bela', 'chidi', 'dunja', 'emre']) {
	const other = await person(name).enter('/sign-up', { password: `${PASSWORD} ${name}` });
	await other.answer('rain-gauge', 'diary', 'entry', `a dry day, says ${name}`);
}
await pause(500); // what a terminal showed is written a moment later
