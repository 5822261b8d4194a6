/** Reports of drills: the facts put in order for people, what they write about them, and who may read that. */
import { eq } from 'drizzle-orm';
import { drillReviews, users, type Db, type DrillProof, type DrillRow } from '#lib/server/db/index.ts';
import type { Figures } from '#lib/drills/figures.ts';
import type { DrillReport, Review } from '#lib/drills/report.ts';
import type { Refusal } from '../refusal.ts';
import type { Bulletin } from '../bulletin.ts';
import type { Crews } from '#lib/server/crews/index.ts';
import { ROLES } from '#lib/drills/roles.ts';
import { t } from '#lib/words/index.ts';
import { around, type Commands } from './around.ts';
import { badAnswers } from './bad-answers.ts';
import { bestOf } from './best.ts';
import { comparisons } from './comparisons.ts';
import { figuresOf, type Facts } from './figures.ts';

import type { Ledger } from './ledger.ts';
import { momentsOf } from './moments.ts';
import type { Plan } from './plan.ts';
import type { PlayedLab } from './record.ts';
import { RowLedger, type DrillRows } from './rows.ts';
import { tracksOf } from './tracks.ts';

/** Older drills than these say little about people of today. */
const MOST_COMPARED = 500;
const MOST_LISTED = 100;

type Viewer = { id: number; role: string };

export interface ReportsOptions {
	db: Db;
	bulletin: Bulletin;
	rows: DrillRows;
	commands: Commands;
	crews: Crews;
	classmates: (userId: number) => number[];
}

export class Reports {
	readonly #db: Db;
	readonly #rows: DrillRows;
	readonly #commands: Commands;
	readonly #crews: Crews;
	readonly #bulletin: Bulletin;
	readonly #classmates: ReportsOptions['classmates'];

	constructor({ db, bulletin, rows, commands, crews, classmates }: ReportsOptions) {
		this.#classmates = classmates;
		this.#bulletin = bulletin;
		this.#db = db;
		this.#rows = rows;
		this.#commands = commands;
		this.#crews = crews;
	}

	/** Null when there is no such drill, when it is still on, or when it is nobody of theirs. */
	async find(id: number, viewer: Viewer): Promise<DrillReport | null> {
		const row = this.#rows.find(id);
		if (!row?.endedAt || !row.end || !this.#mayRead(row, viewer)) return null;
		const facts = this.facts(row);
		const figures = (row.figures as Figures | null) ?? figuresOf(facts);
		const last = facts.events.at(-1)?.at ?? 0;
		const from = Math.max(0, (figures.strikes[0]?.at ?? 0) - 30_000);
		const to = Math.max(last, from + 10_000);
		return {
			...{ id: row.id, lab: { id: row.labId, title: facts.lab.title }, learner: this.#whose(row) },
			...{ startedAt: row.startedAt.getTime(), endedAt: row.endedAt.getTime(), end: row.end },
			...{ figures, from, to },
			tracks: tracksOf(facts, figures, { from, to }),
			moments: [
				...momentsOf(facts, figures),
				...badAnswers(facts, figures),
				...(await this.#around(row, figures))
			]
				.filter(({ at }) => at >= from)
				.sort((a, b) => a.at - b.at),
			compared: comparisons(row, figures, this.#played(row)),
			review: this.#review(row.id)
		};
	}

	/** One of those who played it. */
	isOf(id: number, userId: number): boolean {
		const row = this.#rows.find(id);
		return row !== null && this.#crews.seat(row, userId) !== null;
	}

	/** The learner's drills, those of others that they were aboard of among them, newest first. */
	list(userId: number) {
		const others = this.#crews.drillsOf(userId).flatMap((id) => this.#rows.find(id) ?? []);
		return [...this.#rows.of(userId, MOST_LISTED), ...others]
			.sort((one, other) => other.id - one.id)
			.slice(0, MOST_LISTED)
			.map((row) => ({ ...this.#line(row), grade: this.#review(row.id)?.grade ?? null }));
	}

	/** Of a learner's own drills on a lab the one that speaks best for them; null when none was played. */
	best = (userId: number, labId: string): DrillProof | null =>
		bestOf(this.#rows.played(labId, MOST_COMPARED, [userId]));

	/** What learners wrote about theirs, for who grades it: ungraded ones first. */
	toGrade() {
		return this.#rows.reviewed(MOST_LISTED).map(({ drill, review }) => ({
			...this.#line(drill),
			learner: this.#whose(drill),
			grade: review.grade
		}));
	}

	/** Those of these people, newest first: what came of them, and whether they were written about and graded. */
	ofPeople(userIds: number[]) {
		return this.#rows.ofPeople(userIds, MOST_LISTED).map((row) => {
			const review = this.#review(row.id);
			return {
				...this.#line(row),
				...{ learner: this.#whose(row), written: review !== null, grade: review?.grade ?? null }
			};
		});
	}

	/** What happened, why, and what would have prevented it: by whose drill it is. */
	review(id: number, userId: number, text: Pick<Review, 'happened' | 'why' | 'prevent'>): Refusal | null {
		const row = this.#rows.find(id);
		if (!row?.endedAt || !this.#crews.seat(row, userId)) return { refused: t('You have no such drill.') };
		const [happened, why, prevent] = [text.happened, text.why, text.prevent].map((one) =>
			one.trim().slice(0, 4000)
		);
		if (!happened || !why || !prevent)
			return { refused: t('Answer all three questions: a sentence each is enough.') };
		const words = { happened, why, prevent, writtenAt: new Date() };
		this.#db
			.insert(drillReviews)
			.values({ drillId: id, ...words })
			.onConflictDoUpdate({ target: drillReviews.drillId, set: words })
			.run();
		return null;
	}

	/** @returns a refusal when there is nothing to grade yet. */
	grade(id: number, by: number, { grade, comment }: { grade: number; comment: string }): Refusal | null {
		if (!Number.isInteger(grade) || grade < 0 || grade > 10)
			return { refused: t('A grade is a whole number from 0 to 10.') };
		const set = { grade, comment: comment.trim().slice(0, 4000), gradedBy: by, gradedAt: new Date() };
		const { changes } = this.#db.update(drillReviews).set(set).where(eq(drillReviews.drillId, id)).run();
		if (changes === 0) return { refused: t('Nothing has been written about this drill yet.') };
		const row = this.#rows.find(id);
		for (const { userId } of row ? this.#crews.people(row) : []) this.#bulletin.tell(userId);
		return null;
	}

	#played({ userId, labId }: DrillRow) {
		return {
			inClass: this.#rows.played(labId, MOST_COMPARED, [userId, ...this.#classmates(userId)]),
			here: this.#rows.played(labId, MOST_COMPARED)
		};
	}

	facts(row: DrillRow, ledger: Ledger | null = null): Facts {
		const lab = row.lab as PlayedLab;
		const read = ledger ?? new RowLedger(this.#rows, row.id, lab.probes.length);
		const samples = read.samples();
		return {
			...{ lab, plan: row.plan as Plan, events: read.events() },
			asked: lab.probes.map(({ everyMilliseconds }, index) => ({
				...{ everyMilliseconds, samples: samples[index] ?? [] }
			}))
		};
	}

	/** The drill's clock began before its first event: nothing that was written down is older. */
	#around(row: DrillRow, { strikes }: Figures) {
		const event = this.#rows.events(row.id).find(({ at }) => at > 0);
		if (!event) return [];
		const began = event.writtenAt.getTime() - event.at;
		const struckAt = strikes[0]?.at ?? null;
		return around({ db: this.#db, commands: this.#commands }, { row, began, struckAt });
	}

	#review(id: number): Review | null {
		const row = this.#db.select().from(drillReviews).where(eq(drillReviews.drillId, id)).get();
		return row ? { ...row, gradedBy: row.gradedBy === null ? null : this.#nameOf(row.gradedBy) } : null;
	}

	#line(row: DrillRow) {
		const figures = row.figures as Figures | null;
		return {
			...{ id: row.id, labId: row.labId, lab: (row.lab as PlayedLab).title },
			...{ startedAt: row.startedAt.getTime(), end: row.end, figures }
		};
	}

	/** Those who played it, and whoever teaches. */
	#mayRead(row: DrillRow, { id, role }: Viewer): boolean {
		return role !== 'learner' || this.#crews.seat(row, id) !== null;
	}

	#whose(row: DrillRow): string {
		const people = this.#crews.people(row);
		const part = ({ name, role }: (typeof people)[0]) =>
			people.length > 1 ? `${name} (${t(ROLES[role])})` : name;
		return people.map(part).join(', ');
	}

	#nameOf(userId: number): string {
		return (
			this.#db.select().from(users).where(eq(users.id, userId)).get()?.name ?? t('somebody who has left')
		);
	}
}
