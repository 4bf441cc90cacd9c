/** Files of everything the list holds: written row by row, in several short units, so that a large one blocks nobody. */
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Store } from '../store/store.ts';
import type { CardMaker } from './card.ts';
import { csvHeader, csvLine, jsonHead, jsonRow } from './export-format.ts';
import { type Export, findExport, insertExport } from './export-repository.ts';
import type { List, Place } from './list.ts';
import type { MatchDetail } from './match.ts';
import { readPayloads } from '../postings/payload-repository.ts';
import { wideRows } from './match-repository.ts';
import type { MatchSearch } from './match-search.ts';

/** Rows read in one unit. */
const BATCH = 100;

export interface ExportFile {
  filename: string;
  contentType: string;
  chunks: AsyncIterable<string>;
}

export interface ExportService {
  /**
   * Keeps the filter as it is now, or the chosen postings, and gives the link; the file is written when it is fetched.
   * Chosen postings that are gone by then are left out.
   */
  create(
    options: Place & { format: 'csv' | 'json'; postingIds?: readonly string[] | undefined },
  ): Promise<{ id: string; url: string; count: number }>;
  /** Throws not_found for an export of somebody else. */
  stream(options: { userId: string; exportId: string }): Promise<ExportFile>;
}

export function createExportService(dependencies: {
  store: Store;
  clock: Clock;
  list: List;
  search: MatchSearch;
  cards: CardMaker;
  /** What must stand beside a source's postings, wherever they go. */
  attribution: (source: string) => string | null;
}): ExportService {
  const { store, clock, list, search, cards, attribution } = dependencies;

  async function* rows(userId: string, file: Export): AsyncIterable<{ match: MatchDetail; raw: unknown }> {
    const today = file.createdAt.slice(0, 10);
    const query = { filter: file.filter, showUnclear: file.showUnclear, today };
    // The ids are taken once, so that postings arriving meanwhile neither shift nor repeat a row.
    const ids =
      file.postingIds ??
      (await store.asPerson(
        userId,
        async (unit) => await search.page(unit, { ...query, offset: 0, limit: 1_000_000 }),
      ));
    for (let from = 0; from < ids.length; from += BATCH) {
      yield* await store.asPerson(userId, async (unit) => {
        const seen = await cards.for(unit, ids.slice(from, from + BATCH));
        const batch = await wideRows(unit, ids.slice(from, from + BATCH));
        const raw =
          file.format === 'csv' ? new Map<string, unknown>() : await readPayloads(unit, ids.slice(from, from + BATCH));
        return batch.map((row) => ({ match: seen.detail(row, file.filter, today), raw: raw.get(row.id) }));
      });
    }
  }

  async function* csv(userId: string, file: Export): AsyncIterable<string> {
    yield csvHeader();
    for await (const { match } of rows(userId, file)) yield csvLine(match, attribution(match.source));
  }

  async function* json(userId: string, file: Export): AsyncIterable<string> {
    yield jsonHead(file);
    let separator = '';
    for await (const { match, raw } of rows(userId, file)) {
      yield separator + jsonRow(match, attribution(match.source), raw);
      separator = ',\n';
    }
    yield '\n]}\n';
  }

  return {
    async create({ format, postingIds, ...place }) {
      const chosen = postingIds === undefined ? null : [...new Set(postingIds)];
      return await store.asPerson(place.userId, async (unit) => {
        const row = await list.row(unit, place);
        const { filter, revision, showUnclear } = row.state;
        const id = newId();
        await insertExport(unit, {
          userId: place.userId,
          conversationId: place.conversationId,
          id,
          format,
          filter,
          revision,
          showUnclear,
          postingIds: chosen,
          createdAt: clock().toISOString(),
        });
        const count = chosen === null ? (await list.counts(unit, row)).total : (await wideRows(unit, chosen)).length;
        return { id, url: `/api/exports/${id}`, count };
      });
    },

    async stream({ userId, exportId }) {
      const file = await store.asPerson(userId, async (unit) => await findExport(unit, exportId));
      if (file === null) throw noExport();
      const isCsv = file.format === 'csv';
      return {
        filename: `perch-${file.createdAt.slice(0, 10)}.${file.format}`,
        contentType: isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        chunks: isCsv ? csv(userId, file) : json(userId, file),
      };
    },
  };
}

function noExport(): PerchError {
  return new PerchError('not_found', {
    en: 'This export does not exist. Make a new one.',
    de: 'Diesen Export gibt es nicht. Erstellen Sie einen neuen.',
    uk: 'Такого експорту немає. Створіть новий.',
  });
}
