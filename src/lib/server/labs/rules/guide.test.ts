import { expect, test } from 'vitest';
import { edited, problemsOf, type Files } from '../testing.ts';

const guide = (from: string, to: string) => edited('guide.md', from, to);

const mistakes: [string, Files, string][] = [
	[
		'a task that is not in it',
		guide(':::task{id=write}\nWrite a file.\n:::', 'Write a file.'),
		'lab.yaml:17:9 Task `write` is not in the guide.'
	],
	[
		'a task lab.yaml does not know',
		guide('{id=write}', '{id=wrote}'),
		'guide.md:3:1 There is no task `wrote` in lab.yaml. Did you mean `write`?'
	],
	[
		'a task twice',
		guide('# A small lab', ':::task{id=write}\nx\n:::'),
		'Task `write` is in the guide already.'
	],
	['an unknown check', guide('check=room', 'check=rom'), 'Task `name` has no check of answers called `rom`.'],
	[
		'an answer without a field',
		guide('::answer{check=room}', ''),
		'lab.yaml:27:15 The guide has no field for this answer.'
	],
	[
		'a field outside its task',
		guide('# A small lab', '::answer{check=room}'),
		'guide.md:1:1 A field for an answer stands directly inside its :::task'
	],
	['a field in a list', guide('Which room?', '- Which room?'), 'not in a list or another block'],
	[
		'a solution of no task',
		guide('# A small lab', ':::solution{task=nope}\nx\n:::'),
		'There is no task `nope` in lab.yaml.'
	],
	[
		'an unknown block',
		guide('Write a file.', ':::nota\nx\n:::'),
		'guide.md:4:1 There is no block called :::nota. Did you mean `note`?'
	],
	[
		'an unknown attribute',
		guide('check=room', 'chek=room'),
		'::answer takes no `chek`. Did you mean `check`?'
	],
	[
		'a block that is never closed',
		guide('::answer{check=room}\n:::', '::answer{check=room}'),
		'guide.md:7:1 This :::task is never closed.'
	],
	[
		'colons that close nothing',
		guide('# A small lab', '# A small lab\n\n:::'),
		'guide.md:3:1 These colons close no block.'
	],
	['raw HTML', guide('Write a file.', 'Write <b>a file</b>.'), 'guide.md:4:7 Raw HTML is not shown: `<b>`.'],
	[
		'a link that runs something',
		guide('Write', '[Write](javascript:alert(1))'),
		'A link cannot go to `javascript:alert(1)`.'
	],
	[
		'a remote picture',
		guide('Write', '![x](https://example.org/x.png)'),
		'Pictures come from the lab’s own folder'
	],
	['a picture that is not there', guide('Write', '![x](x.png)'), 'There is no file `x.png` in this lab.'],
	[
		'a picture from where secrets are',
		guide('Write', '![x](solve/x.png)'),
		'is no picture a learner may see'
	],
	['a picture from outside', guide('Write', '![x](../x.png)'), 'is no picture a learner may see'],
	[
		'an unknown word after a fence',
		guide('Write a file.', '```sh rnu\nls\n```'),
		'`rnu` means nothing after the language of a code block. Did you mean `run`?'
	],
	[
		'an unknown host after a fence',
		guide('Write a file.', '```sh run host=bix\nls\n```'),
		'There is no host `bix` with a terminal.'
	],
	[
		'a file of an unknown host',
		guide('Write a file.', '::open{file=/etc/x host=bix}'),
		'There is no host `bix` with a terminal.'
	],
	[
		'a file without its whole path',
		guide('Write a file.', '::open{file=etc/x}'),
		'::open needs a file by its whole path'
	],
	[
		'a page of an unknown host',
		guide('Write a file.', '::open{web=bix:80}'),
		'There is no host `bix` with a terminal.'
	],
	[
		'a page without its port',
		guide('Write a file.', '::open{web=box}'),
		'::open needs host, port and path of a page'
	],
	[
		'a page and a file at once',
		guide('Write a file.', '::open{web=box:80 file=/etc/x}'),
		'::open takes either `web` or a file.'
	],
	[
		'the answer in prose',
		guide('Write a file.', 'Go to the {{ROOM}}.'),
		'guide.md:4:1 This gives away the answer to check `room`.'
	],
	[
		'a line of the solution',
		guide('Write a file.', '```sh\ntouch /tmp/done && sync\n```'),
		'This holds a line of solve/write.sh'
	],
	[
		'an undeclared parameter',
		guide('Write a file.', 'Write\n  a {{FILE}}.'),
		'guide.md:5:5 No parameter `FILE` is declared.'
	],
	['a secret parameter', guide('Write a file.', 'Write {{SEAL}}.'), 'Parameter `SEAL` is secret'],
	[
		'a tower of quotes',
		guide('Write a file.', `${'>'.repeat(5000)} x`),
		'This line opens more lists and quotes than a text can need.'
	],
	[
		'a tower of emphasis',
		guide('Write a file.', `${'**a '.repeat(2000)}x${' a**'.repeat(2000)}`),
		'more emphasis than a text can need'
	]
];
test.each(mistakes)('%s is told at its place, with what to do', (_, files, message) => {
	expect(problemsOf(files).join('\n')).toContain(message);
});

test('the answer and the solution may stand in :::solution', () => {
	const shown = guide(
		'# A small lab',
		'# A small lab\n\n:::solution{task=write}\nIn the {{ROOM}}: touch /tmp/done && sync\n:::'
	);
	expect(problemsOf(shown)).toEqual([]);
});

test('braces of other template languages are left alone', () => {
	expect(problemsOf(guide('Write a file.', '{{.State.Status}} {{ room }} ${ROOM}'))).toEqual([]);
});
