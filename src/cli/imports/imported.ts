/** What every importer makes, and the small things they share. */
export interface Imported {
	/** Contents by path below the lab's folder. */
	files: Map<string, string | Buffer>;
	/** What could not be carried, a sentence each. */
	lost: string[];
}

/** One line of prose of at most so many characters. */
export const oneLine = (text: string, most: number) => text.replace(/\s+/g, ' ').trim().slice(0, most);

export const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);

/** A key with a list, or nothing when the list is empty. */
export const some = <T>(name: string, list: T[]) => (list.length > 0 ? { [name]: list } : {});

/** Letters, digits and hyphens, a letter first: fit for ids and host names. */
export const slug = (name: string, most = 40) =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '')
		.slice(0, most)
		.replace(/-+$/, '');
