import { eventStream } from '../../../events/stream.ts';
import { classOf } from '../../guard.ts';
import type { RequestHandler } from './$types';

/** That something has changed for somebody in the class, at most once a second. */
export const GET: RequestHandler = (event) => {
	const { staff, found } = classOf(event);
	const { classes, lessons } = event.locals;
	return eventStream(event, ({ changed, end }) =>
		lessons.hearOf(found.id, () => (classes.taught(staff, found.id) ? changed() : end()))
	);
};
