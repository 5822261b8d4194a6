/** Classes: who learns together, and who teaches them. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

/** A class is taught and graded, a team goes tracks at its own pace. Only words and order of its pages differ. */
export const CLASS_KINDS = ['class', 'team'] as const;

export const classes = sqliteTable('classes', {
	id: id(),
	title: text('title').notNull(),
	kind: text('kind', { enum: CLASS_KINDS }).notNull().default('class'),
	/** As it is, not hashed: instructors show it to a whole room. Null when nobody can join by themselves. */
	joinCode: text('join_code'),
	joinUntil: moment('join_until'),
	/** In which its instructors write dates; null until one has. */
	zone: text('zone'),
	createdAt: moment('created_at').notNull(),
	/** Over: nothing of it is lost, and nothing is asked of anybody any more. */
	archivedAt: moment('archived_at')
});

export const classInstructors = sqliteTable(
	'class_instructors',
	{
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' })
	},
	(t) => [primaryKey({ columns: [t.classId, t.userId] }), index('class_instructors_user').on(t.userId)]
);

/** How somebody came into a class: whoever's account a roster made has chosen nothing about it yet. */
export const WAYS_IN = ['made', 'listed', 'code'] as const;

export const classMembers = sqliteTable(
	'class_members',
	{
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		/** As the roster has it; empty when it does not say. */
		fullName: text('full_name').notNull().default(''),
		/** What the school calls them; empty when nobody has said. */
		number: text('number').notNull().default(''),
		way: text('way', { enum: WAYS_IN }).notNull(),
		joinedAt: moment('joined_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.classId, t.userId] }), index('class_members_user').on(t.userId)]
);

export type ClassRow = typeof classes.$inferSelect;
export type ClassMember = typeof classMembers.$inferSelect;
