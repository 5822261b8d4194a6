/** A thread of its own: somebody whose terminal prints as fast as it can, drawn at once. */
import { parentPort, workerData } from 'node:worker_threads';
import { openTerminal, type Door } from './terminal.ts';

const line = openTerminal(workerData as Door);
let megabytes = 0;
line.listen((bytes) => (megabytes += bytes.length / 1e6));
line.type('yes\r');
setInterval(() => parentPort?.postMessage(megabytes), 200);
