/** A short, soft tone for programs that ring. Made when it is first wanted, and never twice at once. */
let context: AudioContext | undefined;
let quietUntil = 0;

const SECONDS = 0.12;
const REST = 300;

export function ring(): void {
	const now = performance.now();
	if (now < quietUntil) return;
	quietUntil = now + REST;
	context ??= new AudioContext();
	const tone = context.createOscillator();
	const volume = context.createGain();
	tone.frequency.value = 660;
	volume.gain.setValueAtTime(0.08, context.currentTime);
	volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS);
	tone.connect(volume).connect(context.destination);
	tone.start();
	tone.stop(context.currentTime + SECONDS);
}
