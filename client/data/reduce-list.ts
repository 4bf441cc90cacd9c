/** How events about the list change the page's state. Pure. */
import type { Match, MatchDetail, ServerEvent } from '../../server/protocol/index.ts';
import type { PageState } from './page-state.ts';

type Of<Type extends ServerEvent['type']> = Extract<ServerEvent, { type: Type }>;

/** The pushed page. What was read further down moves up by what left the page, and is read again where it shows. */
export function takeMatches(state: PageState, event: Of<'matches-changed'>): PageState {
  if (event.revision < state.revision) return state;
  const known = new Map(
    [...state.further.values(), ...state.matches, ...event.upserted].map((match) => [match.id, match]),
  );
  const matches = event.order.map((id) => known.get(id)).filter((match) => match !== undefined);
  const ordered = new Set(event.order);
  const gone = state.matches.filter(({ id }) => !ordered.has(id)).length;
  const below = [...state.further].filter(([, { id }]) => !ordered.has(id));
  return {
    ...state,
    matches,
    further:
      event.revision === state.revision ? new Map(below.map(([place, match]) => [place - gone, match])) : new Map(),
    revision: event.revision,
    hasMore: event.hasMore,
    detail: state.detail && withMark(state.detail, known),
    compared: state.compared?.map((detail) => withMark(detail, known)) ?? null,
    needsReopen: state.needsReopen || matches.length < event.order.length,
  };
}

/** A window further down. A posting that stands elsewhere already shows that the list has moved: what was read goes. */
export function takeWindow(state: PageState, event: Of<'matches-read'>): PageState {
  if (event.revision !== state.revision) return state;
  const placed = new Map([...state.matches.entries()].map(([place, { id }]) => [id, place]));
  for (const [place, { id }] of state.further) placed.set(id, place);
  const fresh = event.matches.map((match, index): [number, Match] => [event.offset + index, match]);
  const hasMoved = fresh.some(([place, { id }]) => placed.has(id) && placed.get(id) !== place);
  const inPage = new Set(state.matches.map(({ id }) => id));
  return {
    ...state,
    further: new Map([
      ...(hasMoved ? [] : state.further),
      ...fresh.filter(([place, { id }]) => place >= state.matches.length && !inPage.has(id)),
    ]),
  };
}

function withMark(detail: MatchDetail, known: ReadonlyMap<string, Match>): MatchDetail {
  const mark = known.get(detail.id)?.mark;
  return mark === undefined ? detail : { ...detail, mark };
}
