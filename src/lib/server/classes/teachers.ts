/** Who teaches a class: its instructors, and every operator. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { foldName, tidyName } from '#lib/server/auth/index.ts';
import { classInstructors, users, type Db, type User } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';

export class Teachers {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	/** Whether this person may act on the class; whoever is made a learner again may not. */
	teaches({ id, role }: Pick<User, 'id' | 'role'>, classId: number): boolean {
		if (role === 'operator') return true;
		return role === 'instructor' && this.of(classId).some((one) => one.id === id);
	}

	of(classId: number): Pick<User, 'id' | 'name'>[] {
		return this.#db
			.select({ id: users.id, name: users.name })
			.from(classInstructors)
			.innerJoin(users, eq(users.id, classInstructors.userId))
			.where(eq(classInstructors.classId, classId))
			.orderBy(asc(users.signInName))
			.all();
	}

	/** Let another instructor teach it too. */
	add(classId: number, name: string): Pick<User, 'id' | 'name'> | Refusal {
		const folded = foldName(tidyName(name));
		const person = this.#db
			.select({ id: users.id, name: users.name })
			.from(users)
			.where(and(eq(users.signInName, folded), ne(users.role, 'learner'), isNull(users.disabledAt)))
			.get();
		if (!person)
			return { refused: t('No instructor has this name. The operator decides who is an instructor.') };
		this.#db.insert(classInstructors).values({ classId, userId: person.id }).onConflictDoNothing().run();
		return person;
	}

	remove(classId: number, userId: number): Refusal | null {
		if (this.of(classId).every(({ id }) => id === userId))
			return { refused: t('A class has at least one instructor. Add another first.') };
		this.#db
			.delete(classInstructors)
			.where(and(eq(classInstructors.classId, classId), eq(classInstructors.userId, userId)))
			.run();
		return null;
	}
}
