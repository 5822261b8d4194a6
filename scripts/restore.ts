/** `npm run restore -- FILE`: the data folder becomes what the backup holds. */
import { restore } from '../src/lib/server/backups/index.ts';
import { readConfig } from '../src/lib/server/config.ts';

try {
	const file = process.argv[2];
	if (file === undefined) throw new Error('Say which backup: npm run restore -- backups/labwright-….tar.gz');
	const { DATA } = readConfig();
	const done = await restore({ file, data: DATA });
	if ('refused' in done) throw new Error(done.refused);
	console.log(`${DATA} is as it was on ${done.madeAt}, when Labwright ${done.version} made the backup.`);
	if (done.replaced)
		console.log(`What was there before is in ${done.replaced}: delete it when you no longer need it.`);
	console.log('Start the server: npm start');
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
