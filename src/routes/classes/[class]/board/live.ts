/** Keeps a page of a class as it is now: it reads itself again when there is news, one reading after the other. */
import { invalidate } from '$app/navigation';

export function followClass(classId: number): () => void {
	const events = new EventSource(`/classes/${classId}/events`);
	let reading = false;
	let again = false;
	const read = async () => {
		again = reading || document.hidden || events.readyState !== EventSource.OPEN;
		if (again) return;
		reading = true;
		await invalidate('app:board').finally(() => (reading = false));
		if (again) void read();
	};
	const seen = () => again && void read();
	events.onmessage = () => void read();
	events.onopen = () => void read(); // whatever was missed while the line was down
	document.addEventListener('visibilitychange', seen);
	return () => {
		events.close();
		document.removeEventListener('visibilitychange', seen);
	};
}
