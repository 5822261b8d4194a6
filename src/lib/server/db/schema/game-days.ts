/** Game days: a drill that a class plays together, who sits where, and drills that change hands. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { classes } from './classes.ts';
import { id, moment } from './columns.ts';
import { drills } from './drills.ts';
import { users } from './people.ts';

/** `own`: each on machines of their own. `shared`: a team works on those of its lead. */
export const DAY_MODES = ['own', 'shared'] as const;

export const gameDays = sqliteTable(
	'game_days',
	{
		id: id(),
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		mode: text('mode', { enum: DAY_MODES }).notNull(),
		/** The first strikes come when an instructor says so, not at a moment that was drawn. */
		byHand: integer('by_hand', { mode: 'boolean' }).notNull(),
		startsAt: moment('starts_at').notNull(),
		createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		/** Set while nothing may break. */
		pausedAt: moment('paused_at'),
		endedAt: moment('ended_at')
	},
	(t) => [index('game_days_class').on(t.classId, t.startsAt)]
);

export const SEATS = ['lead', 'operator', 'scribe'] as const;

/** Who does what in which team; only days with shared machines have these. */
export const gameDaySeats = sqliteTable(
	'game_day_seats',
	{
		dayId: integer('day_id')
			.notNull()
			.references(() => gameDays.id, { onDelete: 'cascade' }),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		team: integer('team').notNull(),
		role: text('role', { enum: SEATS }).notNull()
	},
	(t) => [primaryKey({ columns: [t.dayId, t.userId] }), index('game_day_seats_user').on(t.userId)]
);

/** Which drill belongs to which day. */
export const gameDayDrills = sqliteTable(
	'game_day_drills',
	{
		drillId: integer('drill_id')
			.primaryKey()
			.references(() => drills.id, { onDelete: 'cascade' }),
		dayId: integer('day_id')
			.notNull()
			.references(() => gameDays.id, { onDelete: 'cascade' })
	},
	(t) => [index('game_day_drills_day').on(t.dayId)]
);

/** A drill that one learner gives another in the middle of it, with a note and nothing else. */
export const handovers = sqliteTable(
	'handovers',
	{
		id: id(),
		drillId: integer('drill_id')
			.notNull()
			.references(() => drills.id, { onDelete: 'cascade' }),
		toId: integer('to_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		note: text('note').notNull(),
		offeredAt: moment('offered_at').notNull(),
		/** Null until they have answered. */
		answeredAt: moment('answered_at'),
		accepted: integer('accepted', { mode: 'boolean' }).notNull().default(false)
	},
	(t) => [index('handovers_drill').on(t.drillId), index('handovers_to').on(t.toId)]
);

export type GameDay = typeof gameDays.$inferSelect;
export type GameDaySeat = typeof gameDaySeats.$inferSelect;
export type Handover = typeof handovers.$inferSelect;
