/** A recording in a list. */
import type { Recorded } from '#lib/server/recordings/index.ts';

export interface ListedRecording {
	id: number;
	lab: string;
	person: string;
	/** The machine and its shell. */
	place: string;
	startedAt: Date;
	isOn: boolean;
	/** On disk, in KiB. */
	kibibytes: number;
}

export const placeOf = ({ host, shell }: Pick<Recorded, 'host' | 'shell'>) => `${host} · ${shell}`;

export const listed = (recording: Recorded, labs: App.Locals['labs']): ListedRecording => ({
	id: recording.id,
	lab: labs.lab(recording.labId)?.title ?? recording.labId,
	person: recording.userName,
	place: placeOf(recording),
	startedAt: recording.startedAt,
	isOn: recording.isOn,
	kibibytes: Math.ceil(recording.bytes / 1024)
});
