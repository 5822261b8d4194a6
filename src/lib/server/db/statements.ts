import type Database from 'better-sqlite3';

/** More than the platform has questions; those with lists of any length come and go. */
const MOST = 400;

/**
 * Let a database compile each statement once: to compile it takes longer than most answers.
 *
 * For statements that are used at once and to their end, as Drizzle does. A mode they were put
 * in (`raw`) does not outlive that; one that is iterated over must not be asked for meanwhile.
 */
export function compileOnce(client: Database.Database): void {
	const compiled = new Map<string, Database.Statement>();
	const compile = client.prepare.bind(client) as (text: string) => Database.Statement;
	const prepare = (text: string) => {
		const statement = compiled.get(text) ?? heardToTheEnd(compile(text));
		compiled.delete(text); // the one used last stands last
		compiled.set(text, statement);
		const [oldest] = compiled.keys();
		if (compiled.size > MOST && oldest !== undefined) compiled.delete(oldest);
		return statement.reader ? statement.raw(false) : statement;
	};
	client.prepare = prepare as typeof client.prepare;
}

/**
 * What writes and returns a row commits when it is let go of, and better-sqlite3's `get` does that after the first
 * row without listening: on a full disk the row would be handed out and gone. `all` reads on, and throws what is said.
 */
function heardToTheEnd(statement: Database.Statement): Database.Statement {
	if (statement.reader && !statement.readonly) statement.get = (...given) => statement.all(...given)[0];
	return statement;
}
