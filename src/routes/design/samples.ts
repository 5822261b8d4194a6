/** Sample values for the component page. */
import type { CourseCard, LabCard, LabState, TrackCard } from '#lib/components/cards.ts';
import type { CheckLine, HintLine } from '#lib/components/task.ts';
import type { Segment } from '#lib/guides/segments.ts';

const lab = (id: string, title: string, state: LabState, [tasksDone, tasks]: [number, number]): LabCard => ({
	id,
	title,
	summary: 'A web shop has stopped writing orders. The disk is full, but du and df do not agree.',
	level: 'beginner',
	minutes: 30,
	tags: ['logs', 'storage'],
	outcomes: ['find which process holds a deleted file', 'bound a log with a rule that survives a restart'],
	course: { id: 'linux-operations', title: 'Operating Linux' },
	tasks,
	tasksDone,
	state,
	lacks: [],
	language: 'en'
});

export const labs: LabCard[] = [
	lab('what-is-a-process', 'What a process is', 'new', [0, 0]),
	lab('service-down', 'A service that will not start', 'done', [4, 4]),
	lab('full-disk', 'The log that ate the disk', 'started', [3, 4]),
	lab('shared-folder', 'Who may write here?', 'new', [0, 4])
];

export const course: CourseCard = {
	id: 'linux-operations',
	title: 'Operating Linux',
	summary: 'The daily work of keeping one Linux machine well: disks, services, people.',
	level: 'beginner',
	hours: 80,
	credits: 3,
	outcomes: [
		'find the cause of a full disk and keep it from coming back',
		'give people exactly the access they need'
	],
	labs: 3,
	labsDone: 1,
	begun: true
};

export const track: TrackCard = {
	id: 'first-steps',
	title: 'First steps in operations',
	summary: 'From the first shell to the first repaired service, in an afternoon or two.',
	audience: 'people who have used a shell but never looked after a server',
	minutes: 160,
	labs: 4,
	labsDone: 1
};

export const checks: CheckLine[] = [
	{
		id: 'found',
		title: 'The name of the process',
		points: 1,
		state: 'pass',
		message: 'Yes, `orderlog` holds it.'
	},
	{
		id: 'freed',
		title: 'The space is free again',
		points: 2,
		state: 'fail',
		message:
			'The file is gone from the folder, but process 214 still has it open, so its 380 MB are not free yet. See what `lsof +L1` says about it.'
	},
	{ id: 'stays', title: 'It stays free', points: 1, state: 'untried', message: '' }
];

export const hints: HintLine[] = [
	{
		text: 'A deleted file is only gone when nobody holds it open. `lsof` can list such files.',
		cost: 0,
		opensInSeconds: 0
	},
	{ text: null, cost: 1, opensInSeconds: 0 },
	{ text: null, cost: 1, opensInSeconds: 0 }
];

const html = (html: string): Segment => ({ type: 'html', html });

export const guide: Segment[] = [
	html(`<p>It is ten past nine. Orders are refused with <code>No space left on device</code>, and the night shift has already deleted the big log file. It did not help.</p>
<h2>Look before you act</h2>
<p>Two commands count space in different ways. <code>df</code> asks the filesystem, <code>du</code> adds up the files it can <em>see</em>. When they disagree, <a href="https://man7.org/linux/man-pages/man2/unlink.2.html">unlink(2)</a> knows why.</p>
<figure class="code" data-run data-copy data-host="web"><pre tabindex="0"><code><span class="tok-comment"># what is free, and what can be seen</span>
<span class="tok-function">df</span> <span class="tok-constant">-h</span> /srv
<span class="tok-function">du</span> <span class="tok-constant">-sh</span> <span class="tok-string">"/srv"</span></code></pre></figure>
<aside class="callout note"><p class="callout-title">Note</p><p>Press <kbd>Tab</kbd> to complete names. Nothing you do here can break anything that matters.</p></aside>
<aside class="callout tip"><p class="callout-title">Tip</p><p>Sizes in <code>df</code> come in blocks; <code>-h</code> makes them readable.</p></aside>
<aside class="callout warning"><p class="callout-title">Warning</p><p>Do not restart the service yet. The evidence goes with it.</p></aside>
<div class="table" tabindex="0"><table><thead><tr><th>Command</th><th>Asks</th><th>Sees deleted files</th></tr></thead><tbody><tr><td><code>df</code></td><td>the filesystem</td><td>yes</td></tr><tr><td><code>du</code></td><td>the folders</td><td>no</td></tr></tbody></table></div>
<div class="tabs"><details class="tab" name="guide-tabs-1" open><summary>Debian</summary><p>Rules live in <code>/etc/logrotate.d</code>.</p></details><details class="tab" name="guide-tabs-1"><summary>Others</summary><p>The same rule, another folder.</p></details></div>
<ol><li>Read the numbers.</li><li>Find who holds the difference.<ul><li>by process</li><li>by file</li></ul></li></ol>
<blockquote><p>A disk is never full for no reason.</p></blockquote>`),
	{
		type: 'task',
		id: 'free',
		segments: [
			html(
				'<p>Free the space <strong>without</strong> stopping the shop, and tell us which process held it.</p>'
			),
			{ type: 'answer', check: 'found', placeholder: 'name of the process' },
			html(
				'<figure class="code" data-copy><figcaption>/etc/logrotate.d/orders</figcaption><pre tabindex="0"><code>/srv/log/orders.log {\n\tsize 20M\n\trotate 3\n}</code></pre></figure>'
			)
		]
	}
];

export const problems = [
	{
		file: 'networks/routes/vrrp/lab.yaml',
		hides: ['vrrp'],
		found: [
			{
				file: 'networks/routes/vrrp/lab.yaml',
				line: 14,
				column: 5,
				message: 'Unknown key "proflie". Did you mean "profile"?',
				hides: 'vrrp'
			}
		]
	}
];
