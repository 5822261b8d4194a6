import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLabs, paramValues } from '#lib/server/labs/index.ts';
import { renderGuide } from './index.ts';
import { htmlOf, labWith } from './testing.ts';

const VALUES = { ROOM: 'attic', SEAL: 'f00d' };

const segments = async (source: string, more: Parameters<typeof labWith>[1] = {}) =>
	(await renderGuide(labWith(source, more), VALUES))[0]!.segments;
const html = async (source: string, more: Parameters<typeof labWith>[1] = {}) =>
	htmlOf(await segments(source, more)).trim();

describe('segments', () => {
	test('a page is cut where its tasks, answers and solutions are', async () => {
		const source =
			'# Title\n\nHello.\n\n:::task{id=find}\nWhich? ::answer{check=name placeholder="a word"}\n\nGo on.\n\n:::solution\nLook.\n:::\n:::\n\n:::solution{task=stop}\nStop it.\n:::';
		expect(await renderGuide(labWith(source), VALUES)).toEqual([
			{
				title: 'Title',
				path: 'guide.md',
				segments: [
					{ type: 'html', html: expect.stringContaining('<p>Hello.</p>') },
					{
						type: 'task',
						id: 'find',
						segments: [
							{ type: 'html', html: '<p>Which?</p>' },
							{ type: 'answer', check: 'name', placeholder: 'a word' },
							{ type: 'html', html: '<p>Go on.</p>' },
							{ type: 'solution', task: 'find', segments: [{ type: 'html', html: '<p>Look.</p>' }] }
						]
					},
					{ type: 'solution', task: 'stop', segments: [{ type: 'html', html: '<p>Stop it.</p>' }] }
				]
			}
		]);
	});

	test('a quiz is a segment of its task, and nothing of its questions is in the guide', async () => {
		expect(await segments(':::task{id=find}\nAnswer:\n\n::quiz{check=recall}\n:::')).toEqual([
			{
				type: 'task',
				id: 'find',
				segments: [
					{ type: 'html', html: '<p>Answer:</p>' },
					{ type: 'quiz', check: 'recall' }
				]
			}
		]);
	});

	test('a page without a heading is called like the lab', async () => {
		expect((await renderGuide(labWith('Hello.'), VALUES))[0]?.title).toBe('A small lab');
	});

	test('a solution is in no HTML but its own', async () => {
		const [first] = await segments('Before.\n\n:::solution{task=a}\nThe secret way.\n:::\n\nAfter.');
		expect(JSON.stringify(first)).not.toContain('secret way');
	});

	test('pages follow each other, and their ids do not meet', async () => {
		const pages = ['# One\n\n## Next', '# Two\n\n## Next'].map((source, n) => ({
			path: `guide/0${n}.md`,
			source
		}));
		const guide = await renderGuide(labWith('', { guide: pages }), VALUES);
		expect(guide.map(({ title }) => title)).toEqual(['One', 'Two']);
		expect(guide.map((page) => /id="([^"]+)"/.exec(htmlOf(page.segments))?.[1])).toEqual([
			'guide-next',
			'guide-2-next'
		]);
	});
});

describe('parameters', () => {
	test('are filled in wherever a learner reads', async () => {
		const text = await html(
			'{{ROOM}} `{{ROOM}}`\n\n```sh\ncd /{{ROOM}}\n```\n\n[{{ROOM}}](https://example.org/{{ROOM}})'
		);
		expect(text).not.toContain('{{');
		expect(text).toContain('href="https://example.org/attic"');
		expect(text).toContain('/attic</span>');
	});

	test('are text, never Markdown or HTML', async () => {
		const lab = labWith('In {{ROOM}}');
		const text = htmlOf((await renderGuide(lab, { ROOM: '<b>*x*</b> [y](javascript:z)' }))[0]!.segments);
		expect(text).toContain('In &#x3C;b>*x*&#x3C;/b> [y](javascript:z)');
	});

	test('that are secret are not filled in, even if they are handed over', async () => {
		expect(await html('{{SEAL}} {{OTHER}} {{.State}}')).toBe('<p>{{SEAL}} {{OTHER}} {{.State}}</p>');
	});

	test('of one learner never reach another', async () => {
		const lab = labWith('In the {{ROOM}}');
		const [attic, cellar] = await Promise.all(['attic', 'cellar'].map((ROOM) => renderGuide(lab, { ROOM })));
		expect([htmlOf(attic![0]!.segments), htmlOf(cellar![0]!.segments)]).toEqual([
			'<p>In the attic</p>',
			'<p>In the cellar</p>'
		]);
	});

	test('the same guide with the same values is rendered once', async () => {
		const lab = labWith('In the {{ROOM}}');
		expect(await renderGuide(lab, { ROOM: 'attic', SEAL: '1' })).toBe(
			await renderGuide(lab, { SEAL: '2', ROOM: 'attic' })
		);
	});
});

describe('code', () => {
	test('is a figure that says what can be done with it, and where', async () => {
		expect(await html('```sh run host=web\nls -l # all\n```')).toBe(
			'<figure class="code" data-lang="sh" data-run="" data-host="web" data-copy=""><pre tabindex="0"><code><span class="tok-function">ls</span> <span class="tok-string">-l</span> <span class="tok-comment"># all</span></code></pre></figure>'
		);
	});

	test('runs on the first host that learners see when none is named', async () => {
		expect(await html('```sh run\nls\n```')).toContain('data-host="box"');
	});

	test('of a file on a host is a link to it, on the first host when none is named', async () => {
		expect(await html('::open{file="/etc/a b.conf" host=web}')).toBe(
			'<p><a href="/labs/small/files?host=web&#x26;file=%2Fetc%2Fa+b.conf">Open /etc/a b.conf on web</a></p>'
		);
		expect(await html('::open[The *settings*]{file=/etc/x}')).toContain(
			'host=box&#x26;file=%2Fetc%2Fx">The <em>settings</em></a>'
		);
	});

	test('of a page on a host is a link to it', async () => {
		expect(await html('::open{web="box:8080/cart?a=1&b=2"}')).toBe(
			'<p><a href="/labs/small/views/open?host=box&#x26;port=8080&#x26;path=%2Fcart%3Fa%3D1%26b%3D2">box:8080</a></p>'
		);
		expect(await html('::open[The *shop*]{web=box:80}')).toContain('path=%2F">The <em>shop</em></a>');
	});

	test('a link to a file or a page may stand within a line and in a table', async () => {
		expect(await html('Look at ::open[the settings]{file=/etc/x}, and at ::open{web=box:80}.')).toBe(
			'<p>Look at <a href="/labs/small/files?host=box&#x26;file=%2Fetc%2Fx">the settings</a>, and at <a href="/labs/small/views/open?host=box&#x26;port=80&#x26;path=%2F">box:80</a>.</p>'
		);
		expect(await html('| a |\n| --- |\n| ::open[x]{file=/etc/x}, yours |')).toContain(
			'<td><a href="/labs/small/files?host=box&#x26;file=%2Fetc%2Fx">x</a>, yours</td>'
		);
		expect(await html('`::open{file=/etc/x}`')).toBe('<p><code>::open{file=/etc/x}</code></p>');
	});

	test('that only shows something can not be run', async () => {
		expect(await html('```\na < b\n```')).toBe(
			'<figure class="code" data-lang="text"><pre tabindex="0"><code>a &#x3C; b</code></pre></figure>'
		);
	});

	test('may have a title', async () => {
		expect(await html('```ini copy title="/etc/app.conf"\na = b\n```')).toContain(
			'<figcaption>/etc/app.conf</figcaption>'
		);
	});

	test.each(['bash', 'yaml', 'json', 'ini', 'sql', 'python', 'diff', 'console', 'conf', 'py', 'yml'])(
		'in %s is coloured by classes, without inline styles',
		async (language) => {
			const text = await html(`\`\`\`${language}\n${SAMPLES[language]}\n\`\`\``);
			expect(text).toMatch(/class="tok-[a-z-]+"/);
			expect(text).not.toContain('style=');
		}
	);

	const SAMPLES: Record<string, string> = {
		...{
			bash: 'echo "a"',
			yaml: 'a: "b"',
			json: '{ "a": 1 }',
			ini: '[a]\nb = "c"',
			sql: "select 'a' from b"
		},
		...{
			python: 'def a(): return "b"',
			diff: '+ a\n- b',
			console: '$ echo "a"\na',
			conf: '[a]\nb = 1',
			py: 'import os'
		},
		yml: 'a: 1'
	};

	test('of any language comes out as it went in', async () => {
		const source = 'if [ "$a" -lt 3 ]; then\n\techo "<b>&amp;</b>" \'x\' # é\nfi';
		for (const language of ['bash', 'nonsense', '']) {
			const text = await html(`\`\`\`${language}\n${source}\n\`\`\``);
			const plain = text
				.replace(/<[^>]+>/g, '')
				.replace(/&#x3C;/g, '<')
				.replace(/&#x26;/g, '&');
			expect(plain).toBe(source);
		}
	});

	test('is cleaned fast even if it is long', async () => {
		const started = performance.now();
		await html(`\`\`\`bash\n${'echo "$a" | grep -q x && true\n'.repeat(20_000)}\`\`\``);
		expect(performance.now() - started).toBeLessThan(3000);
	});
});

describe('blocks', () => {
	test('callouts have a title, theirs or the usual one', async () => {
		expect(await html(':::tip\nRest.\n:::')).toContain(
			'<aside class="callout tip"><p class="callout-title">Tip</p>'
		);
		expect(await html(':::warning[Mind *this*]\nRest.\n:::')).toContain(
			'<p class="callout-title">Mind <em>this</em></p>'
		);
	});

	test('callouts are titled in the language of the guide', async () => {
		expect(await html(':::tip\nRest.\n:::', { language: 'fr' })).toContain('>Conseil</p>');
		expect(await html(':::tip\nRest.\n:::', { language: 'de' })).toContain('>Tip</p>');
	});

	test('tabs open and close without a script', async () => {
		const text = await html(':::tabs\n:::tab{title=Debian}\napt\n:::\n:::tab[Fedora]\ndnf\n:::\n:::');
		expect(text.replace(/\n/g, '')).toBe(
			'<div class="tabs"><details class="tab" name="guide-tabs-1-1" open><summary>Debian</summary><p>apt</p></details><details class="tab" name="guide-tabs-1-1"><summary>Fedora</summary><p>dnf</p></details></div>'
		);
	});

	test('a figure is a picture with a caption', async () => {
		const source = '/labs/small/assets/';
		for (const written of [
			':::figure{src=a.svg alt="An A"}\nWhat it *shows*.\n:::',
			':::figure\n![An A](a.svg)\n\nWhat it *shows*.\n:::'
		]) {
			const text = await html(written);
			expect(text).toMatch(
				new RegExp(
					`<figure class="picture"><img src="${source}[0-9a-f]+/a.svg" alt="An A" loading="lazy"><figcaption>`
				)
			);
			expect(text).toContain('What it <em>shows</em>.');
		}
	});

	test('a picture lies below the lab’s digest, seen from the page', async () => {
		const lab = labWith('', {
			guide: [{ path: 'guide/01.md', source: '::img{src=img/a.svg alt="A" width=300}' }]
		});
		const text = htmlOf((await renderGuide(lab, {}))[0]!.segments);
		expect(text).toContain(
			`src="/labs/small/assets/${lab.digest}/guide/img/a.svg" alt="A" loading="lazy" width="300"`
		);
	});

	test('links go out in a tab of their own, and within the site in this one', async () => {
		expect(await html('[a](https://man7.org/x)')).toContain(
			'href="https://man7.org/x" target="_blank" rel="noopener"'
		);
		expect(await html('[a](/labs/other)')).toBe('<p><a href="/labs/other">a</a></p>');
		expect(await html('## Näxt one\n\n[a](#näxt-one)')).toMatch(
			/id="guide-näxt-one".*href="#guide-näxt-one"/s
		);
	});

	test('tables scroll by themselves, tasks of a list cannot be ticked', async () => {
		expect(await html('| a | b |\n| - | -: |\n| 1 | 2 |')).toMatch(
			/^<div class="table" tabindex="0"><table>.*<td align="right">2/s
		);
		expect(await html('- [x] a')).toContain('<input type="checkbox" checked disabled>');
	});

	test('footnotes lead there and back', async () => {
		const text = await html('A[^1].\n\n[^1]: Why.');
		const [, to] = /<sup><a id="guide-fnref-1" href="#([^"]+)"/.exec(text) ?? [];
		expect(text).toContain(`<li id="${to}">`);
		expect(text).toContain('href="#guide-fnref-1"');
	});

	test('times, ports and colons stay as they were written', async () => {
		expect(await html('At 12:30 on :80, a:b, ::1 and :note[x]')).toBe(
			'<p>At 12:30 on :80, a:b, ::1 and :note[x]</p>'
		);
	});
});

test('the guides of the tiny course hold what their tasks need', async () => {
	const labs = await openLabs(resolve('tests/labs'));
	labs.close();
	for (const lab of labs.all()) {
		const guide = await renderGuide(lab, paramValues(lab, { key: 'k', learner: '1', scope: '' }));
		const tasks = guide.flatMap(({ segments }) => segments.filter(({ type }) => type === 'task'));
		expect(tasks.map((task) => task.type === 'task' && task.id)).toEqual(lab.tasks.map(({ id }) => id));
		expect(JSON.stringify(guide)).not.toMatch(/\{\{[A-Z]/);
	}
});
