/**
 * How wide characters are. The tables for emoji and their kin are large, and most prompts hold only
 * letters that are one cell wide everywhere: so the tables come after the first prompt, or with the
 * first character that may need them, which then waits for them.
 */
import type { Terminal } from '@xterm/xterm';

export interface Measured {
	/** Like `terminal.write`, and in order, with every character as wide as it is. */
	write(bytes: Uint8Array, drawn: () => void): void;
	/** Have the tables fetched. */
	fetch(): Promise<void>;
}

export function measured(terminal: Terminal): Measured {
	let coming: Promise<void> | undefined;
	let known = false;
	let waiting = 0;
	const use = async () => {
		const { Unicode11Addon } = await import('@xterm/addon-unicode11');
		terminal.loadAddon(new Unicode11Addon());
		terminal.unicode.activeVersion = '11';
	};
	/** Without the tables, which a lost line may keep from us, it is drawn as the emulator does by itself. */
	const fetch = () => (coming ??= use().then(settled, settled));
	const settled = () => {
		known = true;
	};
	return {
		fetch,
		write(bytes, drawn) {
			if (known || (waiting === 0 && isPlain(bytes))) return terminal.write(bytes, drawn);
			waiting += 1;
			void fetch().then(() => {
				waiting -= 1;
				terminal.write(bytes, drawn);
			});
		}
	};
}

const isPlain = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);
