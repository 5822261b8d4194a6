/** French, whole: every sentence of the interface by its English one. */
import common from './common.ts';
import drafts from './drafts.ts';
import labs from './labs.ts';
import people from './people.ts';
import teaching from './teaching.ts';

export { default as kept } from './kept.ts';
export default { ...common, ...people, ...labs, ...drafts, ...teaching };
