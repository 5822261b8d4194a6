/** The emulator and its addons. They are CommonJS without names that Node could import: required, then. */
import { createRequire } from 'node:module';
import type * as Serialize from '@xterm/addon-serialize';
import type * as Unicode11 from '@xterm/addon-unicode11';
import type * as Headless from '@xterm/headless';

const require = createRequire(import.meta.url);

export const { Terminal } = require('@xterm/headless') as typeof Headless;
export const { SerializeAddon } = require('@xterm/addon-serialize') as typeof Serialize;
export const { Unicode11Addon } = require('@xterm/addon-unicode11') as typeof Unicode11;
