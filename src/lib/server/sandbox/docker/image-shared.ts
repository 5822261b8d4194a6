/** Work that several people ask for at once is done once, and all of them hear how it goes. */

type Tell = (text: string) => void;

interface Job {
	promise: Promise<void>;
	listeners: Set<Tell>;
	/** For who comes late. */
	latest: string | null;
}

/** A function that starts `work` under a key, or joins the work already going on under it. */
export function shared() {
	const jobs = new Map<string, Job>();

	return async function once(key: string, tell: Tell, work: (tellAll: Tell) => Promise<void>): Promise<void> {
		const job = jobs.get(key) ?? begin(key, work);
		job.listeners.add(tell);
		if (job.latest !== null) tell(job.latest);
		try {
			await job.promise;
		} finally {
			job.listeners.delete(tell);
		}
	};

	function begin(key: string, work: (tellAll: Tell) => Promise<void>): Job {
		const job: Job = { promise: Promise.resolve(), listeners: new Set(), latest: null };
		const tellAll = (text: string) => {
			job.latest = text;
			for (const listener of job.listeners) listener(text);
		};
		jobs.set(key, job);
		job.promise = (async () => work(tellAll))().finally(() => jobs.delete(key));
		return job;
	}
}
