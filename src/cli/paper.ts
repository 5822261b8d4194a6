/** What the tool writes on: results on one stream, news and complaints on the other. */
import { styleText } from 'node:util';

type Colour = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';

export interface Paper {
	/** Part of the result. */
	say(text: string): void;
	complain(text: string): void;
	/** What is being done right now, one line that is written over; on a terminal only. */
	progress(text: string): void;
	/** Coloured if the result goes to a terminal that shows colours. */
	paint(colour: Colour, text: string): string;
}

export function openPaper(out: NodeJS.WriteStream, news: NodeJS.WriteStream): Paper {
	let shown = false;
	const wipe = () => {
		if (shown) news.write('\r\u001b[2K');
		shown = false;
	};
	return {
		say(text) {
			wipe();
			out.write(`${text}\n`);
		},
		complain(text) {
			wipe();
			news.write(`${styleText('red', text, { stream: news })}\n`);
		},
		progress(text) {
			if (!news.isTTY) return;
			wipe();
			if (text) news.write(styleText('dim', text.slice(0, news.columns - 1), { stream: news }));
			shown = text !== '';
		},
		paint: (colour, text) => styleText(colour, text, { stream: out })
	};
}

/** Paper in memory. */
export function notepad(): Paper & { said: string[]; complaints: string[] } {
	const said: string[] = [];
	const complaints: string[] = [];
	return {
		...{ said, complaints },
		say: (text) => void said.push(text),
		complain: (text) => void complaints.push(text),
		progress: () => {},
		paint: (_colour, text) => text
	};
}
