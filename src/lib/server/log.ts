/** The log: one line of JSON an event, on standard output. Never a password, a cookie or an answer. */
import pino, { type Logger } from 'pino';

export type Log = Logger;

export const openLog = (level: string): Log =>
	pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		serializers: { error: pino.stdSerializers.errWithCause },
		formatters: { level: (label) => ({ level: label }) }
	});
