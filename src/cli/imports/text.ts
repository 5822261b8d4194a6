/**
 * From Killercoda's Markdown to a guide's: code that runs on a click, the solution under its heading
 * or fold, and no HTML.
 */
export interface ConvertedText {
	text: string;
	/** What the text lets people run by a click, in order: together they solve the step. */
	commands: string[];
	/** What could not be carried. */
	lost: string[];
	/** Some of those commands stand outside the solution. */
	guided: boolean;
}

const CLICK = /\{\{\s*(exec(?:ute)?)\b[^}]*\}\}/;
const SOLUTION = /^#{1,6}\s+(?:solution|answer)s?\b.*$/i;

/** `foldable`: the text belongs to a task, so it may hold its solution. */
export function convertText(source: string, { foldable }: { foldable: boolean }): ConvertedText {
	const converter = new Converter(foldable);
	for (const line of source.replaceAll('\r\n', '\n').split('\n')) converter.take(line);
	return converter.end();
}

class Converter {
	readonly #foldable: boolean;
	readonly #out: string[] = [];
	readonly #commands: string[] = [];
	readonly #lost = new Set<string>();
	/** Lines of the block of code that is open, its opening line first. */
	#code: string[] | null = null;
	#inSolution: 'heading' | 'fold' | null = null;
	#guided = false;

	constructor(foldable: boolean) {
		this.#foldable = foldable;
	}

	take(line: string) {
		if (this.#code) this.#takeCode(this.#code, line);
		else if (/^\s*```[^`]*$/.test(line)) this.#code = [line];
		else this.#takeProse(line);
	}

	end(): ConvertedText {
		if (this.#code) this.#out.push(...this.#code, '```');
		if (this.#inSolution) this.#out.push(':::');
		const text = this.#out
			.join('\n')
			.replace(/\n{3,}/g, '\n\n')
			.trim();
		return { text, commands: this.#commands, lost: [...this.#lost], guided: this.#guided };
	}

	#takeCode(code: string[], line: string) {
		if (!/^\s*```/.test(line)) return void code.push(line);
		this.#code = null;
		const body = code.slice(1);
		const language = /^\s*```\s*([\w-]*)/.exec(code[0]!)![1]!;
		const clickable = CLICK.test(line);
		if (clickable) this.#command(body.join('\n'));
		const named = ['', 'plain', 'text'].includes(language) ? (clickable ? 'sh' : 'text') : language;
		const how = clickable ? ' run' : line.includes('{{copy}}') ? ' copy' : '';
		this.#out.push('```' + (clickable ? 'sh' : named) + how, ...body, '```');
	}

	#takeProse(line: string) {
		const alone = /^\s*`([^`]+)`\s*\{\{\s*exec(?:ute)?\b[^}]*\}\}\s*$/.exec(line);
		if (alone) {
			this.#command(alone[1]!);
			this.#out.push('```sh run', alone[1]!, '```');
		} else if (SOLUTION.test(line) && this.#foldable && !this.#inSolution) {
			this.#inSolution = 'heading';
			this.#out.push(':::solution', '');
		} else {
			this.#out.push(...this.#withoutHtml(this.#withoutClicks(line)));
		}
	}

	#withoutClicks(line: string): string {
		for (const [, code] of line.matchAll(/`([^`]+)`\s*\{\{\s*exec(?:ute)?\b[^}]*\}\}/g)) this.#command(code!);
		return line
			.replace(/(`[^`]+`)\s*\{\{[^}]*\}\}/g, '$1')
			.replace(/\{\{([^}]*)\}\}/g, (_, name: string) => {
				this.#lost.add(`${name.trim()} is put into the text by Killercoda alone: write what is meant.`);
				return name.trim();
			})
			.replace(/!\[([^\]]*)\]\(([^)]*)\)/g, (_, label: string, image: string) => {
				this.#lost.add(`The picture ${image}: put it beside guide.md and show it with ::img.`);
				return label;
			})
			.replace(/\[([^\]]+)\]\((?!https:|\/labs\/|#)([^)]*)\)/g, '$1 (`$2`)');
	}

	/** Folds become solutions; of every other element only the text stays. */
	#withoutHtml(line: string): string[] {
		if (this.#foldable && /^\s*<details\b/i.test(line) && !this.#inSolution) {
			this.#inSolution = 'fold';
			const rest = line.replace(/^\s*<details[^>]*>/i, '');
			return [':::solution', ...this.#withoutHtml(rest)];
		}
		if (this.#inSolution === 'fold' && /<\/details>/i.test(line)) {
			this.#inSolution = null;
			return [this.#stripped(line), ':::', ''];
		}
		return [this.#stripped(line)];
	}

	#stripped(line: string): string {
		const parts = line.split(/(`[^`]*`)/);
		const bare = parts.map((part) =>
			part.startsWith('`')
				? part
				: part.replace(/<\/?([a-z][a-z0-9]*)\b[^>]*>/gi, (_, name: string) => {
						const known = ['br', 'details', 'summary', 'p', 'b', 'i', 'hr', 'center'];
						if (!known.includes(name.toLowerCase())) this.#lost.add(`HTML in the text: <${name}>.`);
						return '';
					})
		);
		return bare.join('');
	}

	#command(text: string) {
		this.#commands.push(text);
		this.#guided ||= this.#inSolution === null;
	}
}
