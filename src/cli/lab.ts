#!/usr/bin/env node
/**
 * The authoring tool: `npm run lab -- VERB`. It reads the labs folder and talks to Docker by
 * itself; no server needs to run.
 */
import { main } from './main.ts';
import { openPaper } from './paper.ts';

process.exitCode = await main(process.argv.slice(2), openPaper(process.stdout, process.stderr));
