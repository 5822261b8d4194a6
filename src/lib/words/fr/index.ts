/** French, whole: every sentence of the interface by its English one. */
import accounts from './accounts.ts';
import authoring from './authoring.ts';
import capstones from './capstones.ts';
import classes from './classes.ts';
import common from './common.ts';
import drafts from './drafts.ts';
import drills from './drills.ts';
import grades from './grades.ts';
import labs from './labs.ts';
import learning from './learning.ts';
import lessons from './lessons.ts';
import operator from './operator.ts';
import ownWork from './own-work.ts';
import roster from './roster.ts';
import terminals from './terminals.ts';

export { default as kept } from './kept.ts';
export default {
	...common,
	...accounts,
	...learning,
	...ownWork,
	...labs,
	...terminals,
	...drills,
	...classes,
	...capstones,
	...roster,
	...lessons,
	...grades,
	...authoring,
	...drafts,
	...operator
};
