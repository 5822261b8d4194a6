/**
 * What a hostile author tries. The markup that comes out is read tag by tag: no script, no event
 * handler, no inline style, and no address that runs something may be left, however it is spelt.
 */
import { expect, test } from 'vitest';
import { renderGuide } from './index.ts';
import { htmlOf, labWith } from './testing.ts';

const ATTACKS = [
	'<script>alert(1)</script>',
	'<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
	'<img src=x onerror=alert(1)>',
	'a <img src=x onerror=alert(1)> b',
	'<svg onload=alert(1)>',
	'<svg><script>alert(1)</script></svg>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<a href="javascript:alert(1)">x</a>',
	'<form action=https://evil.example><input name=password></form>',
	'<details open ontoggle=alert(1)>',
	'<style>*{background:url(https://evil.example)}</style>',
	'<div style="position:fixed;inset:0">x</div>',
	'<base href=https://evil.example>',
	'<meta http-equiv=refresh content="0;url=https://evil.example">',
	'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<!--><img src=x onerror=alert(1)>-->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<?php echo 1 ?><script>alert(1)</script>',
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x](java&#x0A;script:alert(1))',
	'[x](&#106;&#97;&#118;&#97;script:alert(1))',
	'[x](<java\tscript:alert(1)>)',
	'[x](< javascript:alert(1)>)',
	'[x](\u0001javascript:alert(1))',
	'[x](javascript&colon;alert(1))',
	'[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
	'[x](vbscript:msgbox(1))',
	'[x](blob:https://evil.example/1)',
	'[x](file:///etc/passwd)',
	'[x](filesystem:https://evil.example/1)',
	'[x](view-source:javascript:alert(1))',
	'[x][y]\n\n[y]: javascript:alert(1)',
	'<javascript:alert(1)>',
	'![x](javascript:alert(1))',
	'![x](data:image/svg+xml;base64,PHN2Zy8+)',
	'![x](https://evil.example/pixel.png)',
	'![x](//evil.example/pixel.png)',
	'![x](\\\\evil.example\\pixel.png)',
	'![x][y]\n\n[y]: https://evil.example/pixel.png',
	'![x](a.png "onerror=alert(1)")',
	'![x" onerror="alert(1)](a.png)',
	'![x](a.png"onerror="alert(1))',
	'[x](https://ok.example "\\" onmouseover=alert(1) \\"")',
	'[x](https://ok.example/"onmouseover="alert(1))',
	"[x](https://ok.example/'onmouseover='alert(1))",
	'```"><script>alert(1)</script>\nx\n```',
	'```js" onclick="alert(1)\nx\n```',
	'```sh run host="><script>alert(1)</script>"\nx\n```',
	'```sh title="</figcaption><script>alert(1)</script>"\nx\n```',
	'```bash\n</code></pre><script>alert(1)</script>\n```',
	'`</code><script>alert(1)</script>`',
	'## <img src=x onerror=alert(1)>',
	'## x {#id onclick=alert(1)}',
	':::note{onclick=alert(1) style="position:fixed" class=evil id=evil}\nx\n:::',
	':::note[<img src=x onerror=alert(1)>]\nx\n:::',
	':::tab{title="<img src=x onerror=alert(1)>"}\nx\n:::',
	':::tabs{name=evil}\n:::tab{title="<script>alert(1)</script>" onclick=alert(1)}\nx\n:::\n:::',
	':::script{src=//evil.example/x.js}\nalert(1)\n:::',
	'::script{src=//evil.example/x.js}',
	'::iframe{src=https://evil.example}',
	'::img{src="javascript:alert(1)" alt="x" onerror=alert(1)}',
	'::img{src=https://evil.example/x.png}',
	'::img{src=../../../../etc/passwd.png}',
	'::img{src="a.svg?x=<script>"}',
	':::figure{src=javascript:alert(1) alt=x}\n<script>alert(1)</script>\n:::',
	'::lw-task{id=evil}',
	'[^x]\n\n[^x]: <script>alert(1)</script>',
	'[^"onclick="alert(1)]\n\n[^"onclick="alert(1)]: x',
	'[^__proto__]\n\n[^__proto__]: x',
	'| <script>alert(1)</script> |\n| - |\n| <img src=x onerror=alert(1)> |',
	'www.evil.example/"onmouseover="alert(1)',
	'https://evil.example/<script>alert(1)</script>',
	'a@b.example" onmouseover="alert(1)',
	'{{ROOM}}',
	'[{{ROOM}}]({{LINK}})',
	'::img{src="{{LINK}}" alt="{{ROOM}}"}',
	'```{{ROOM}} run host={{ROOM}} title="{{ROOM}}"\n{{ROOM}}\n```',
	':::task{id="\\"><script>alert(1)</script>"}\n::answer{check="<script>" placeholder="<script>alert(1)</script>"}\n:::'
];

const VALUES = { ROOM: '"><script>alert(1)</script>', LINK: 'javascript:alert(1)' };

const ALLOWED_TAGS =
	/^(h[2-6]|p|a|em|strong|del|code|pre|span|br|hr|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|img|figure|figcaption|aside|div|details|summary|section|sup|input)$/;
const ALLOWED_ATTRIBUTES =
	/^(id|class|href|target|rel|src|alt|width|loading|name|open|start|align|type|checked|disabled|tabindex|aria-label|data-(lang|run|host|copy))$/;

/** Tags as a browser cuts them: the writer quotes every value with ". */
function tagsOf(html: string) {
	const tags = [...html.matchAll(/<(\/?)([^\s>/]+)((?:[^">]|"[^"]*")*)>/g)];
	const rest = tags.reduce((text, [whole]) => text.replace(whole, ''), html);
	expect(rest).not.toContain('<');
	return tags
		.filter(([, closing]) => !closing)
		.map(([, , name = '', written = '']) => ({
			name,
			attributes: [...written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
				key,
				value
			])
		}));
}

test.each(ATTACKS)('%j leaves nothing that runs', async (source) => {
	const params = Object.keys(VALUES).map((name) => ({
		name,
		type: 'fixed' as const,
		value: '',
		secret: false
	}));
	const guide = await renderGuide(labWith(`x\n\n${source}\n\ny`, { params }), VALUES);

	for (const { name, attributes } of tagsOf(htmlOf(guide[0]!.segments))) {
		expect(name).toMatch(ALLOWED_TAGS);
		for (const [key, value = ''] of attributes) {
			expect(key).toMatch(ALLOWED_ATTRIBUTES);
			if (key === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|\/(?![/\\])|#)/);
			if (key === 'src')
				expect(value).toMatch(/^\/labs\/small\/assets\/[0-9a-f]{64}\/(guide\/)?[\w.-]+\.(png|svg)$/);
			if (key === 'id' || key === 'name') expect(value).toMatch(/^guide-/);
			if (key === 'class') expect(value).not.toContain('evil');
		}
	}
});

test('the corpus is as large as it should be', () => expect(ATTACKS.length).toBeGreaterThan(60));
