import { describeEngine } from './contract.ts';
import { openMemoryEngine } from './memory.ts';

describeEngine('in-memory', async () => openMemoryEngine());
