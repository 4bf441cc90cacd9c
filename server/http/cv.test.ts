/** CVs through the doors: what comes in, what is refused and how, and that everybody has their own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cvsSchema, cvViewSchema } from '../cv/cv.ts';
import { lines, makeDocx, makePdf, paragraph } from '../cv/testing.ts';
import { failureSchema } from './errors.ts';
import { type Doors, openDoors } from './testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors({ uploadsPerHour: 40 });
}, 60_000);
afterAll(async () => await doors.close());

const CV = ['Ana Petrova', 'Backend Engineer', 'ana@example.org', '', 'Skills', 'Python, Kubernetes, PostgreSQL'];

async function send(
  file: Uint8Array<ArrayBuffer> | null,
  name = 'cv.pdf',
  more: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [key, value] of Object.entries(more)) form.append(key, value);
  if (file !== null) form.append('file', new Blob([file]), name);
  const headers = { cookie: doors.cookie, origin: doors.url };
  return await fetch(`${doors.url}/cv`, { method: 'POST', body: form, headers });
}

const refused = async (response: Response): Promise<string> => {
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  return failureSchema.parse(await response.json()).error.message;
};
const read = async (response: Response) => cvViewSchema.parse(await response.json());
const action = async (name: string, body: unknown) => {
  const response = await doors.call('POST', `/api/actions/${name}`, { body });
  return z
    .object({ outcome: z.object({ undoId: z.uuid().nullable() }), data: z.unknown() })
    .parse(await response.json());
};
const mine = async () => cvsSchema.parse((await action('show_profile', {})).data);
const pdf = (...texts: string[]) => Uint8Array.from(makePdf([lines(72, 780, ...texts)]));

describe('a CV that is uploaded', () => {
  it('is read by its content, becomes the active one, and every value stands in its text', async () => {
    const cv = await read(await send(pdf(...CV), 'Lebenslauf Müller.txt'));
    expect(cv).toMatchObject({ name: 'Lebenslauf Müller.txt', format: 'pdf', quality: 'ok', isActive: true });
    expect(cv.profile.name?.value).toBe('Ana Petrova');
    for (const { value, span } of cv.profile.skills) expect(cv.text.slice(span.start, span.end)).toBe(value);
    expect((await mine()).active?.id).toBe(cv.id);
  });

  it('comes as DOCX and as pasted text too; the newest is active, and another can be chosen, undone', async () => {
    const first = await read(await send(Uint8Array.from(makeDocx(CV.map((line) => paragraph(line)).join('')))));
    const pasted = await read(
      await doors.call('POST', '/cv/upload', { body: { text: CV.join('\n'), name: 'Pasted' } }),
    );
    expect([first.format, pasted.format]).toEqual(['docx', 'text']);
    expect((await mine()).active?.id).toBe(pasted.id);
    const { outcome } = await action('choose_cv', { cv: first.id });
    expect((await mine()).active?.id).toBe(first.id);
    await action('undo', { changeId: outcome.undoId });
    expect((await mine()).active?.id).toBe(pasted.id);
  });

  it('is corrected: values changed, added and hidden, each with words to quote, and undone', async () => {
    await send(pdf(...CV));
    const change = { set: { headline: 'Staff Engineer' }, addSkills: ['Rust', 'python'], removeSkills: ['Kubernetes'] };
    const corrected = cvViewSchema.parse((await action('correct_profile', { change })).data);
    expect(corrected.profile.skills.map(({ value }) => value)).toEqual(['Python', 'PostgreSQL', 'Rust']);
    expect(corrected.profile.headline?.value).toBe('Staff Engineer');
    for (const { value, span } of corrected.profile.skills) {
      expect(corrected.text.slice(span.start, span.end)).toBe(value);
    }
    const again = cvViewSchema.parse((await action('correct_profile', { change: { addSkills: ['kubernetes'] } })).data);
    expect(again.profile.skills.map(({ value }) => value)).toContain('Kubernetes');
    await action('undo', {});
    await action('undo', {});
    const undone = (await mine()).active;
    expect(undone?.corrections).toEqual({});
    expect(undone?.profile.skills.map(({ value }) => value)).toEqual(['Python', 'Kubernetes', 'PostgreSQL']);
  });

  it('is erased for good', async () => {
    const { id } = await read(await send(pdf(...CV)));
    const { cvs } = cvsSchema.parse(await (await doors.call('DELETE', `/cv/${id}`)).json());
    expect(cvs.map((cv) => cv.id)).not.toContain(id);
    expect((await doors.call('DELETE', `/cv/${id}`)).status).toBe(404);
    const left = await doors.perch.store.asSystem('sign-in', async (unit) => {
      return await unit.all(z.object({ id: z.uuid() }), 'select id from cv where id = $1', [id]);
    });
    expect(left).toEqual([]);
  });

  it('rates projects at the address of the specification, and says that a model is missing where one is needed', async () => {
    await read(await send(pdf(...CV)));
    const projects = await doors.call('POST', '/ai/filter/jobs', { body: { least: 0 } });
    expect(await projects.json()).toMatchObject({ data: { looked: expect.any(Number), least: 0 } });
    const rated = await doors.call('POST', '/ai/filter', { body: { top: 5 } });
    expect([rated.status, failureSchema.parse(await rated.json()).error.code]).toEqual([409, 'conflict']);
    expect((await doors.call('POST', '/ai/filter', { body: { top: 5000 } })).status).toBe(400);
  });

  it('is its person’s own: a stranger neither sees nor erases it', async () => {
    const { id } = await read(await send(pdf(...CV)));
    const { cvs } = doors.perch.services;
    expect(await cvs.show(doors.strangerId)).toEqual({ cvs: [], active: null });
    await expect(cvs.remove({ userId: doors.strangerId, cvId: id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await mine()).active?.id).toBe(id);
  });
});

describe('what cannot be read', () => {
  it('gets one clear sentence each, and nothing is kept of it', async () => {
    const before = await mine();
    expect(await refused(await send(pdf()))).toMatch(/scan|no text/u);
    expect(await refused(await send(Uint8Array.from([])))).toMatch(/no text/u);
    expect(await refused(await send(Uint8Array.from(Buffer.from('GIF89a\0\0')), 'cv.pdf'))).toMatch(/neither PDF/u);
    expect(await refused(await send(Uint8Array.from(Buffer.from('%PDF-1.7 and nothing'))))).toMatch(/damaged/u);
    expect(await mine()).toEqual(before);
  });

  it('is refused before it is read: too large, not one file, no form at all, from another page', async () => {
    expect((await send(new Uint8Array(10_000_001))).status).toBe(413);
    expect(await refused(await send(null))).toMatch(/one file/u);
    expect(await refused(await send(null, '', { file: 'words' }))).toMatch(/one file/u);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`part${n}`, 'x']));
    expect(await refused(await send(pdf(...CV), 'cv.pdf', many))).toMatch(/one file/u);
    const broken = await doors.call('POST', '/cv', {
      body: '--x\r\nno headers',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(await refused(broken)).toMatch(/one file/u);
    expect((await doors.call('POST', '/cv', { body: {} })).status).toBe(400);
    const foreign = await doors.call('POST', '/cv', { body: { text: 'x' }, headers: { origin: 'http://evil.test' } });
    expect(foreign.status).toBe(403);
  });

  it('comes too often: the sentence says so, with 429', async () => {
    // Empty ones count too, and need no process of their own.
    let answer = await send(Uint8Array.from([]));
    for (let sent = 0; sent < 45 && answer.status === 400; sent += 1) answer = await send(Uint8Array.from([]));
    expect(answer.status).toBe(429);
  });
});
