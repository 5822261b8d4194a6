/** The log: one line of JSON an event, on standard output. Never a password, a cookie or an answer. */
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Whatever is called like this is not written, up to two levels below what is logged. `code` is an error's. */
const SECRET = [
	'password',
	'passwordHash',
	'current',
	'secret',
	'token',
	'cookie',
	'authorization',
	'answer'
];

const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** `to`: instead of standard output. */
export const openLog = (level: string, to?: DestinationStream): Log =>
	pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			serializers: { error: pino.stdSerializers.errWithCause },
			formatters: { level: (label) => ({ level: label }) },
			redact: { paths, censor: '(not written)' }
		},
		to
	);
