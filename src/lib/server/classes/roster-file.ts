/**
 * A roster as instructors have it: a CSV with a line for each person. Reads it, or says line by
 * line what is wrong. Knows nobody: whether there is such an account is looked up elsewhere.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { foldName, nameProblem, tidyName } from '#lib/server/auth/index.ts';
import { t } from '#lib/words/index.ts';

export interface Listed {
	/** In the file, for sentences about it. */
	line: number;
	/** What they sign in with. */
	name: string;
	/** Empty when the file does not say. */
	fullName: string;
	number: string;
}

export interface LineProblem {
	/** Null when it is about the file as a whole. */
	line: number | null;
	message: string;
}

export interface RosterFile {
	people: Listed[];
	problems: LineProblem[];
	/** Columns that are not kept, as the file calls them. */
	ignored: string[];
}

export const ROSTER_BYTES = 256 * 1024;
export const ROSTER_PEOPLE = 1000;
const TEXT_MAX = 120;
/** More would be the same mistake told again. */
const PROBLEMS_MAX = 20;

/** What columns may be called; spaces, dashes, underscores and case do not matter. */
const COLUMNS: Record<'name' | 'fullName' | 'number', string[]> = {
	name: ['name', 'username', 'login', 'user'],
	fullName: ['fullname', 'displayname', 'realname'],
	number: ['id', 'number', 'studentid', 'studentnumber']
};

type Row = { record: string[]; info: { lines: number } };

export function readRoster(bytes: Uint8Array): RosterFile {
	if (bytes.length > ROSTER_BYTES)
		return unreadable(
			t('The file is larger than {size} KiB. Give a list of people only.', { size: ROSTER_BYTES / 1024 })
		);
	const text = textOf(bytes);
	if (text === null)
		return unreadable(t('The file is not UTF-8 text. Save it as “CSV UTF-8”, then choose it again.'));
	const rows = rowsOf(text);
	if ('message' in rows) return { people: [], problems: [rows], ignored: [] };
	const [head, ...body] = rows;
	if (!head || body.length === 0)
		return unreadable(
			t('The file has no people. Its first line names the columns, then comes a line for each.')
		);
	if (body.length > ROSTER_PEOPLE)
		return unreadable(
			t('The file lists {people} people; at most {most} come at once. Split it, please.', {
				people: body.length,
				most: ROSTER_PEOPLE
			})
		);
	return readRows(head.record, body);
}

function readRows(titles: string[], body: Row[]): RosterFile {
	const folded = titles.map((title) => title.toLowerCase().replace(/[\s_-]/g, ''));
	const at = (column: keyof typeof COLUMNS) => folded.findIndex((title) => COLUMNS[column].includes(title));
	const places = { name: at('name'), fullName: at('fullName'), number: at('number') };
	if (places.name < 0)
		return unreadable(
			t('Line 1 names the columns {columns}, but none is called “name”. It holds what people sign in with.', {
				columns: titles.map((title) => t('“{text}”', { text: title })).join(', ')
			})
		);
	const people = body.map(({ record, info }): Listed => {
		const cell = (place: number) => (record[place] ?? '').trim().normalize('NFC');
		return {
			line: info.lines,
			name: tidyName(cell(places.name)),
			fullName: cell(places.fullName),
			number: cell(places.number)
		};
	});
	const ignored = titles.filter((title, index) => title && !Object.values(places).includes(index));
	return { people, problems: problemsOf(people).slice(0, PROBLEMS_MAX), ignored };
}

function problemsOf(people: Listed[]): LineProblem[] {
	const lines = new Map<string, number>();
	return people.flatMap(({ line, name, fullName, number }): LineProblem[] => {
		const wrong = nameProblem(name);
		if (wrong)
			return [
				{
					line,
					message: name ? t('“{name}”: {wrong}', { name: name.slice(0, 60), wrong }) : t('There is no name.')
				}
			];
		if (fullName.length > TEXT_MAX || number.length > TEXT_MAX)
			return [
				{ line, message: t('A full name or a number has at most {most} characters.', { most: TEXT_MAX }) }
			];
		const before = lines.get(foldName(name));
		if (before !== undefined)
			return [
				{
					line,
					message: t('“{name}” stands on line {line} already. Give each person one line.', {
						name,
						line: before
					})
				}
			];
		lines.set(foldName(name), line);
		return [];
	});
}

/** Cells of each line that has any; spreadsheets separate them by comma, semicolon or tab. */
function rowsOf(text: string): Row[] | LineProblem {
	const [first = ''] = text.split('\n', 1);
	const separators = [',', ';', '\t'];
	const count = (separator: string) => first.split(separator).length;
	const delimiter = separators.toSorted((a, b) => count(b) - count(a))[0]!;
	try {
		return parse(text, {
			...{ delimiter, info: true, relax_column_count: true, trim: true },
			skip_empty_lines: true,
			skip_records_with_empty_values: true
		}) as unknown as Row[];
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error['lines'] === 'number' ? error['lines'] : null;
		return { line, message: t('A quotation mark is opened and not closed, or stands inside a word.') };
	}
}

function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // takes the mark at the beginning away
	} catch {
		return null;
	}
}

const unreadable = (message: string): RosterFile => ({
	people: [],
	problems: [{ line: null, message }],
	ignored: []
});
