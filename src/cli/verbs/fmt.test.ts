import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatted } from './fmt.ts';

const UGLY = `# for editors
id:   dns      # stable for ever
hosts:
    web:    {image: linux,   env: {A: [ x,y,  [z] ], B: []}}

tasks:
- id: a
  run: |
      echo one
      echo two
  title:    "Yes"
`;

it('writes YAML in one way, and keeps comments, blank lines and what it says', () => {
	const text = formatted('lab.yaml', UGLY);
	expect(text).toBe(`# for editors
id: dns # stable for ever
hosts:
  web: { image: linux, env: { A: [x, y, [z]], B: [] } }

tasks:
  - id: a
    run: |
      echo one
      echo two
    title: "Yes"
`);
	expect(parse(text)).toEqual(parse(UGLY));
	expect(formatted('lab.yaml', text)).toBe(text);
});

it('mends line ends and the last newline, and nothing else, in every other text', () => {
	expect(formatted('checks/a.sh', 'if x\r\n\tthen y  \r\nfi')).toBe('if x\n\tthen y  \nfi\n');
	expect(formatted('files/empty', '')).toBe('');
});

it('says what is no YAML', () => {
	expect(() => formatted('lab.yaml', 'a: [')).toThrow('lab.yaml is no YAML, so it stays as it is');
});

it('leaves the fixture labs as they mean', async () => {
	const text = await readFile('tests/labs/tiny-course/first-steps/two-hosts/lab.yaml', 'utf8');
	expect(parse(formatted('lab.yaml', text))).toEqual(parse(text));
});
