/** Keeps a page of a class as it is now: it reads itself again when there is news, one reading after the other. */
import { invalidate } from '$app/navigation';
import { hearNews } from '#lib/components/news.ts';

export function followClass(classId: number): () => void {
	let reading = false;
	let again = false;
	const read = async () => {
		again = reading || document.hidden || !news.isOpen;
		if (again) return;
		reading = true;
		await invalidate('app:board').finally(() => (reading = false));
		if (again) void read();
	};
	const seen = () => again && void read();
	const news = hearNews(`/classes/${classId}/events`, () => void read());
	document.addEventListener('visibilitychange', seen);
	return () => {
		news.close();
		document.removeEventListener('visibilitychange', seen);
	};
}
