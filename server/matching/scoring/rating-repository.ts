/** All SQL of what models said of a CV and postings. */
import { z } from 'zod';
import { toStorableJson } from '../../kernel/json.ts';
import { isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import { REFUSALS } from './fit.ts';
import { modelVerdictSchema } from './model-verdicts.ts';

const ratingRow = z
  .object({
    posting_id: z.uuid(),
    content: z.string(),
    prompt: z.string(),
    model: z.string(),
    verdicts: z.array(modelVerdictSchema),
    refused: z.array(z.enum(REFUSALS)),
    rated_at: isoTimestamp,
  })
  .transform(({ posting_id, rated_at, ...row }) => ({ ...row, postingId: posting_id, ratedAt: rated_at }));
/** `content` is of both texts as they were; `prompt` its id and version. */
export type RatingRow = z.output<typeof ratingRow>;

/** The ratings of a CV for some postings, the newest first. */
export async function ratingsOf(unit: Unit, cvId: string, postingIds: readonly string[]): Promise<RatingRow[]> {
  return await unit.all(
    ratingRow,
    `select posting_id, content, prompt, model, verdicts, refused, rated_at from model_rating
      where cv_id = $1 and posting_id = any ($2::uuid[]) order by rated_at desc`,
    [cvId, [...postingIds]],
  );
}

/** Keeps one; an older one of the same content, prompt and model gives way. */
export async function saveRating(
  unit: Unit,
  rating: Omit<RatingRow, 'ratedAt'> & { userId: string; cvId: string; now: Date },
): Promise<void> {
  await unit.run(
    `insert into model_rating (user_id, cv_id, posting_id, content, prompt, model, verdicts, refused, rated_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9)
     on conflict (cv_id, posting_id, content, prompt, model) do update
       set verdicts = excluded.verdicts, refused = excluded.refused, rated_at = excluded.rated_at`,
    [
      rating.userId,
      rating.cvId,
      rating.postingId,
      rating.content,
      rating.prompt,
      rating.model,
      toStorableJson(rating.verdicts),
      toStorableJson(rating.refused),
      rating.now,
    ],
  );
}
