/**
 * One line for each long step: a sentence when it begins, how long it took when it ends, and on a
 * terminal a clock that runs meanwhile. No dependencies; runs on Node 18.
 */
const out = process.stdout;

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MILLISECONDS = 120;

/**
 * @typedef {object} Line
 * @property {(detail: string) => void} tell what is being done now; seen on a terminal only
 * @property {() => void} done
 * @property {() => void} failed
 */

/**
 * Begin a step; who begins it must call `done` or `failed`.
 * @param {string} title
 * @returns {Line}
 */
export function begin(title) {
	const started = Date.now();
	const ticker = out.isTTY ? setInterval(draw, FRAME_MILLISECONDS) : null;
	let detail = '';
	let frame = 0;
	if (out.isTTY) draw();
	else out.write(`${title} …\n`);

	function draw() {
		const mark = FRAMES[frame++ % FRAMES.length];
		const text = `${mark} ${title} … ${took(started)}${detail && ` · ${detail}`}`;
		out.write(`\r\x1b[2K${text.slice(0, (out.columns || 80) - 1)}`);
	}

	/** @param {string} mark @param {string} word */
	function end(mark, word) {
		if (ticker) clearInterval(ticker);
		out.write(
			out.isTTY ? `\r\x1b[2K${mark} ${title}, ${took(started)}\n` : `${title}: ${word} ${took(started)}\n`
		);
	}

	return {
		tell: (text) => void (detail = text),
		done: () => end('✓', 'done in'),
		failed: () => end('✗', 'failed after')
	};
}

/**
 * A step from beginning to end.
 * @template T
 * @param {string} title
 * @param {(tell: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
	const line = begin(title);
	try {
		const result = await work(line.tell);
		line.done();
		return result;
	} catch (error) {
		line.failed();
		throw error;
	}
}

/**
 * Time since then, for people: `0.4 s`, `12 s`, `3 min 5 s`.
 * @param {number} started milliseconds since 1970
 */
export function took(started) {
	const seconds = (Date.now() - started) / 1000;
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
