/** The emulator and its addons. They are CommonJS without names that Node could import: required, then. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const { Terminal } = require('@xterm/headless') as typeof import('@xterm/headless');
export const { SerializeAddon } =
	require('@xterm/addon-serialize') as typeof import('@xterm/addon-serialize');
export const { Unicode11Addon } =
	require('@xterm/addon-unicode11') as typeof import('@xterm/addon-unicode11');
