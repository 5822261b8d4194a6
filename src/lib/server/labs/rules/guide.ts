/**
 * The guide speaks of the lab as it is: every task is in it once, every answer has its field, and
 * nothing in it would silently vanish or stay dead on the page.
 */
import type { Code, Definition, Html, Image, Link } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Node, Parent } from 'unist';
import type { Draft } from '../draft.ts';
import { CODE_WORDS, codeOptions, BLOCKS, isBlock } from '../guide/blocks.ts';
import { imagePath } from '../guide/images.ts';
import { safeLink } from '../guide/links.ts';
import { parseGuide } from '../guide/parse.ts';
import type { GuidePage, Lab } from '../lab.ts';
import { suggestion } from '../spelling.ts';
import { pageIn } from '../surroundings.ts';

type Block = ContainerDirective | LeafDirective;
type Say = (message: string) => void;

const MAX_DEPTH = 60;

/** What stands in a guide for a check that asks something. */
const ASKED = {
	answer: {
		what: 'A field for an answer',
		kind: 'check of answers',
		twice: 'This answer has a field already. Show each field once.'
	},
	quiz: { what: 'A quiz', kind: 'quiz', twice: 'This quiz is here already. Show each quiz once.' }
} as const;

export function guideShowsEveryTask(draft: Draft, lab: Lab) {
	for (const one of [lab, ...(lab.translations ?? [])]) showsEveryTask(draft, one);
}

function showsEveryTask(draft: Draft, lab: Lab) {
	const shown = new Set<string>();
	for (const page of lab.guide) new PageReader(draft, lab, page, shown).read(page.source);
	const [translated] = lab.guide.flatMap(({ file }) => file ?? []);
	const missing = (path: PropertyKey[], message: string) =>
		translated ? draft.findings.error(draft.in(translated), message) : draft.error(path, message);

	for (const [t, task] of lab.tasks.entries()) {
		if (!shown.has(task.id)) {
			const message = `Task \`${task.id}\` is not in the guide. Write :::task{id=${task.id}} where learners should find it.`;
			missing(['tasks', t, 'id'], message);
		}
		for (const [c, check] of task.checks.entries()) {
			if (check.type === 'script' || !shown.has(task.id) || shown.has(`${task.id}/${check.id}`)) continue;
			const what = check.type === 'quiz' ? 'place for this quiz' : 'field for this answer';
			const message = `The guide has no ${what}. Write ::${check.type}{check=${check.id}} inside its task.`;
			missing(['tasks', t, 'checks', c, 'id'], message);
		}
	}
}

class PageReader {
	#draft: Draft;
	#lab: Lab;
	/** Where pictures are found from, and where problems are named. */
	#path: string;
	#file: string;
	/** Task ids, and `task/check` of the fields. */
	#shown: Set<string>;

	constructor(draft: Draft, lab: Lab, { path, file = path }: GuidePage, shown: Set<string>) {
		this.#draft = draft;
		this.#lab = lab;
		this.#path = path;
		this.#file = file;
		this.#shown = shown;
	}

	read(source: string) {
		const { tree, problems } = parseGuide(source);
		for (const { line, message } of problems)
			this.#draft.findings.error(this.#draft.in(this.#file, line), message);
		this.#walk(tree, []);
	}

	#walk(node: Node, within: Node[]) {
		const say = this.#sayAt(node);
		if (within.length > MAX_DEPTH) return say('This is nested too deep for a text.');
		this.#look(node, within, say);
		for (const child of (node as Partial<Parent>).children ?? []) this.#walk(child, [...within, node]);
	}

	#sayAt(node: Node): Say {
		const { line = 1, column = 1 } = node.position?.start ?? {};
		return (message) => this.#draft.findings.error(this.#draft.in(this.#file, line, column), message);
	}

	#look(node: Node, within: Node[], say: Say) {
		if (node.type === 'html') html(node as Html, say);
		else if (node.type === 'code') this.#code(node as Code, say);
		else if (node.type === 'image') this.#image((node as Image).url, say);
		else if (node.type === 'link') link((node as Link).url, say);
		else if (node.type === 'definition') this.#definition((node as Definition).url, say);
		else if (node.type === 'leafDirective') this.#block(node as LeafDirective, within, say);
		else if (node.type === 'containerDirective') this.#block(node as ContainerDirective, within, say);
	}

	#block(block: Block, within: Node[], say: Say) {
		const colons = block.type === 'leafDirective' ? '::' : ':::';
		if (!isBlock(block.name)) {
			return say(
				`There is no block called ${colons}${block.name}.${suggestion(block.name, Object.keys(BLOCKS))}`
			);
		}
		const { form, takes } = BLOCKS[block.name];
		if (colons !== form) return say(`Write ${form}${block.name}, with ${form.length} colons.`);
		for (const key of Object.keys(block.attributes ?? {})) {
			if ((takes as readonly string[]).includes(key)) continue;
			say(`${colons}${block.name} takes no \`${key}\`.${suggestion(key, takes)}`);
		}
		this.#contents(block, within, say);
	}

	#contents(block: Block, within: Node[], say: Say) {
		const src = block.attributes?.src ?? '';
		if (block.name === 'task') this.#task(block, within, say);
		else if (block.name === 'answer' || block.name === 'quiz') this.#asked(block, block.name, within, say);
		else if (block.name === 'solution') this.#solution(block, within, say);
		else if (block.name === 'open') this.#open(block, say);
		else if (block.name === 'img' || src) this.#image(src, say);
	}

	#task(block: Block, within: Node[], say: Say) {
		const id = block.attributes?.id ?? '';
		const tasks = this.#lab.tasks.map((task) => task.id);
		if (!tasks.includes(id)) return say(`There is no task \`${id}\` in lab.yaml.${suggestion(id, tasks)}`);
		if (this.#shown.has(id)) return say(`Task \`${id}\` is in the guide already. Show each task once.`);
		if (within.length > 1) say('A task stands by itself, not inside another block or a list.');
		this.#shown.add(id);
	}

	/** A field for an answer, or a quiz. */
	#asked(block: Block, type: keyof typeof ASKED, within: Node[], say: Say) {
		const { what, kind, twice } = ASKED[type];
		const around = taskAround(within);
		const task = this.#lab.tasks.find(({ id }) => id === around);
		if (around !== null && !task) return; // the task's own line says so
		if (!task || within.length > 2) {
			return say(`${what} stands directly inside its :::task, not in a list or another block.`);
		}
		const check = block.attributes?.check ?? '';
		const known = task.checks.filter((check) => check.type === type).map(({ id }) => id);
		if (!known.includes(check)) {
			return say(`Task \`${task.id}\` has no ${kind} called \`${check}\`.${suggestion(check, known)}`);
		}
		if (this.#shown.has(`${task.id}/${check}`)) say(twice);
		this.#shown.add(`${task.id}/${check}`);
	}

	#solution(block: Block, within: Node[], say: Say) {
		const id = block.attributes?.task ?? taskAround(within) ?? '';
		const tasks = this.#lab.tasks.map((task) => task.id);
		if (!tasks.includes(id)) say(`There is no task \`${id}\` in lab.yaml.${suggestion(id, tasks)}`);
		const [, around] = within;
		if (within.length > 2 || (around && taskAround(within) === null)) {
			say('A solution stands by itself or directly inside its :::task, not in a list or another block.');
		}
	}

	/** A link to a file of a host, or to a page of it. */
	#open({ attributes }: Block, say: Say) {
		if (attributes && 'web' in attributes) return this.#page(attributes, say);
		const file = attributes?.file ?? '';
		const host = attributes?.host;
		if (!/^\/.*[^/]$/.test(file)) say('::open needs a file by its whole path, such as file=/etc/app.conf.');
		if (host) this.#host(host, say);
		else if (this.#hosts.length === 0) say('This lab has no host whose file could be opened.');
	}

	#page({ web, file, host }: NonNullable<Block['attributes']>, say: Say) {
		const page = pageIn(web ?? '');
		if (file ?? host) say('::open takes either `web` or a file.');
		if (!page) say('::open needs host, port and path of a page, such as web=shop:8080/cart.');
		else this.#host(page.host, say);
	}

	#host(host: string, say: Say) {
		const hosts = this.#hosts;
		if (!hosts.includes(host)) say(`There is no host \`${host}\` with a terminal.${suggestion(host, hosts)}`);
	}

	get #hosts() {
		return this.#lab.hosts.filter(({ hidden }) => !hidden).map(({ name }) => name);
	}

	#code({ meta }: Code, say: Say) {
		const { host, run, unknown } = codeOptions(meta);
		for (const word of unknown)
			say(`\`${word}\` means nothing after the language of a code block.${suggestion(word, CODE_WORDS)}`);
		const hosts = this.#hosts;
		if (host) this.#host(host, say);
		if (run && hosts.length === 0) say('This lab has no terminal to run code in. Take `run` away.');
	}

	#image(url: string, say: Say) {
		const path = imagePath(this.#path, url);
		if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
			say('Pictures come from the lab’s own folder, never from elsewhere. Put the file beside the guide.');
		} else if (path === null) {
			say(
				`\`${url}\` is no picture a learner may see: use svg, png, webp or jpg beside guide.md or in guide/.`
			);
		} else if (!this.#draft.folder.files.has(path)) {
			say(
				`There is no file \`${path}\` in this lab.${suggestion(path, [...this.#draft.folder.files.keys()])}`
			);
		}
	}

	/** `[name]: address` may serve a picture or a link; it must be good for one of them. */
	#definition(url: string, say: Say) {
		if (imagePath(this.#path, url) === null) link(url, say);
	}
}

function link(url: string, say: Say) {
	if (safeLink(url)) return;
	say(
		`A link cannot go to \`${url.slice(0, 80)}\`. Use https://…, /labs/…, or # and a heading of this page.`
	);
}

function html({ value }: Html, say: Say) {
	if (/^<!--[^]*-->$/.test(value.trim())) return;
	say(
		`Raw HTML is not shown: \`${value.trim().slice(0, 40)}\`. Write Markdown, or put it between backticks.`
	);
}

function taskAround(within: Node[]): string | null {
	const task = within.find((node) => node.type === 'containerDirective' && (node as Block).name === 'task');
	return task ? ((task as Block).attributes?.id ?? '') : null;
}
