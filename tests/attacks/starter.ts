/** A server that starts one sandbox and is killed: starter.ts ADDRESS INSTANCE LIFETIME. Says when it has started. */
import { resolve } from 'node:path';
import { openEngine, type HostSpec } from '../../src/lib/server/sandbox/index.ts';

const [address = '', instance = '', lifetime = '600'] = process.argv.slice(2);
const engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance });
const host = (name: string): HostSpec => ({
	...{ name, image: 'linux', user: 'learner', profile: 'standard', sudo: false },
	...{ networks: [{ name: 'lan', ipv4: null }], memoryMiB: 128, cpus: 0.5, pids: 128, diskMiB: 256 },
	...{ env: {}, files: [] }
});
await engine.start('killed', {
	hosts: [host('one'), host('two')],
	networks: [{ name: 'lan', subnet: '10.77.0.0/24' }],
	lifetimeSeconds: Number(lifetime),
	labels: {}
});
console.log('started');
setInterval(() => {}, 1000);
