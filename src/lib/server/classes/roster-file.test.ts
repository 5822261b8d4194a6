import { describe, expect, it } from 'vitest';
import { readRoster } from './roster-file.ts';

const read = (text: string) => readRoster(new TextEncoder().encode(text));

describe('a roster', () => {
	it('is read as spreadsheets write it: with a mark, semicolons, quotes and empty lines', () => {
		expect(
			read('\uFEFFUser Name;Full name;Student-ID;e-mail\r\nada;"Lovelace; Ada";0815;a@b\r\n\r\nbob;;;\r\n')
		).toEqual({
			people: [
				{ line: 2, name: 'ada', fullName: 'Lovelace; Ada', number: '0815' },
				{ line: 4, name: 'bob', fullName: '', number: '' }
			],
			problems: [],
			ignored: ['e-mail']
		});
		expect(read('name\tid\nada\t1\n').people).toMatchObject([{ name: 'ada', number: '1' }]);
	});

	it('says line by line what is wrong', () => {
		const { problems } = read('name,id\nada,1\nAda Lovelace,2\n,3\nADA,4\n');
		expect(problems).toEqual([
			{ line: 3, message: expect.stringContaining('letters, digits') as string },
			{ line: 4, message: 'There is no name.' },
			{ line: 5, message: expect.stringContaining('line 2') as string }
		]);
	});

	it('says what the file as a whole lacks', () => {
		const said = (text: string) => read(text).problems[0]?.message;
		expect(said('')).toContain('no people');
		expect(said('name\n')).toContain('no people');
		expect(said('mail,id\na@b,1\n')).toContain('none is called “name”');
		expect(said('name\n"ada\n')).toContain('quotation mark');
		expect(said(`name\n${'x\n'.repeat(1001)}`)).toContain('1001 people');
		expect(said('x'.repeat(300_000))).toContain('KiB');
		expect(readRoster(new Uint8Array([0x6e, 0xff, 0x0a])).problems[0]?.message).toContain('UTF-8');
	});
});
