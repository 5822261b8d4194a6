/** How many pages a second the server renders for somebody who has got somewhere. */
import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { atLeast, percentile, type Figure } from '../figures.ts';
import { LAB } from '../learner.ts';
import { inTurns, times, type Row } from '../row.ts';

const SECONDS = 3;
const CONNECTIONS = 8;

export const page: Row = {
	name: 'page',
	async measure(site, share) {
		const { learner } = await site.atWork();
		await learner.press('check', { task: 'look' });
		const bare = await openBareServer(site.data, join(site.folder, 'labs'));
		const { origin, cookie } = learner;
		const milliseconds = SECONDS * 1000 * Math.max(share, 0.3);
		const askFor = (address: string, headers: Record<string, string>) => async () => [
			await answersPerSecond(address, headers, milliseconds)
		];
		try {
			const seen = await inTurns(times(3, share), {
				floor: askFor(bare.address, {}),
				catalogue: askFor(`${origin}/courses`, { cookie }),
				lab: askFor(`${origin}/labs/${LAB}`, { cookie })
			});
			const middle = (name: string) => percentile(seen[name] ?? [], 0.5);
			const figure = (name: string, what: string): Figure => ({
				...{ who: name === 'floor' ? 'floor' : 'ours', what, unit: '/s' },
				values: { median: middle(name) }
			});
			return {
				row: 'page',
				title: 'Pages a second for somebody signed in, rendered on the server with their progress.',
				figures: [
					figure('floor', 'node:http, the same queries of progress, a template'),
					figure('catalogue', 'the catalogue'),
					figure('lab', 'the lab page')
				],
				goals: [
					atLeast('catalogue', middle('catalogue') / middle('floor'), 0.25),
					atLeast('lab page', middle('lab') / middle('floor'), 0.25)
				],
				notes: [
					`${CONNECTIONS} connections over loopback, asked by this process on the same processors.`,
					'The floor looks up no session.'
				]
			};
		} finally {
			bare.close();
		}
	}
};

async function answersPerSecond(address: string, headers: Record<string, string>, milliseconds: number) {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const began = performance.now();
	const end = began + milliseconds;
	let answers = 0;
	const ask = () =>
		new Promise<void>((resolve, reject) => {
			get(address, { agent, headers }, (response) => {
				if (response.statusCode !== 200)
					reject(new Error(`${address} was answered with ${response.statusCode}.`));
				response.resume().once('end', resolve).once('error', reject);
			}).once('error', reject);
		});
	const keepAsking = async () => {
		while (performance.now() < end) {
			await ask();
			answers += 1;
		}
	};
	await ask(); // a page that is warm
	await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
	agent.destroy();
	return answers / ((performance.now() - began) / 1000);
}

/** In a process of its own, as ours is. The first one who signed up asks. */
async function openBareServer(data: string, labs: string) {
	const script = join(import.meta.dirname, '../bare-server.ts');
	const child = spawn(process.execPath, [script, data, labs, '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
	const port = await new Promise<string>((resolve, reject) => {
		child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
		child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}.`)));
	});
	return { address: `http://127.0.0.1:${port}/`, close: () => void child.kill('SIGTERM') };
}
