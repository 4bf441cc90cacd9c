/** Steps that several states of the page begin with. */
import type { PerchPage } from './page.ts';
import { changeFrames, holdFrames } from './socket-route.ts';

/** A list with a filter. */
export async function search(page: PerchPage): Promise<void> {
  await page.ask('remote Python jobs in Germany');
  await page.cards.first().waitFor();
}

/** Opens the posting at a place of the list, from 0. */
export const open = async (page: PerchPage, place: number): Promise<void> =>
  await page.cards.nth(place).getByRole('heading').getByRole('button').click();

/** An answer that has begun and does not go on. */
export async function beginAnswer(page: PerchPage): Promise<void> {
  await page.ask('remote Python jobs in Germany');
  await holdFrames(page, (event) => event.type === 'message-chunk' && JSON.stringify(event).includes('text-delta'));
  await page.say('only the last two weeks');
  await page.stop.waitFor();
}

/** A file is held over the page. */
export async function hover({ page }: PerchPage): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'cv.pdf'));
    window.dispatchEvent(new DragEvent('dragenter', { dataTransfer }));
  })()`);
}

const CV = `Ana Petrova
Senior Backend Engineer
Berlin, Germany

Experience
Senior Backend Engineer, Meridian Pay, Jan 2021 – Present
Backend Engineer, Tallow Works, Jan 2017 – Dec 2020

Skills
Python, Django, PostgreSQL, Kubernetes

Languages
English (native), German (B2)`;

/** The person has one CV, and every card its score. */
export async function score(page: PerchPage): Promise<void> {
  const { origin } = new URL(page.page.url());
  const profile = JSON.stringify(await page.action('show_profile', {}));
  if (profile.includes('"active":null'))
    await page.context.request.post(`${origin}/cv`, { data: { text: CV, name: 'ana.txt' }, headers: { origin } });
  await page.cards.first().locator('.ring-number').waitFor();
}

/** An answer whose call a model would have made, as it stands in the conversation. */
export async function showCall(page: PerchPage, state: 'waiting' | 'denied', words: string): Promise<void> {
  await search(page);
  const error = { en: words, de: words, uk: words };
  const call = {
    action: 'set_preferences',
    input: { language: 'uk', turnOff: ['jobicy'] },
    state,
    error,
    outcome: null,
  };
  await changeFrames(page, (event) =>
    event.type === 'conversation-snapshot'
      ? {
          ...event,
          messages: event.messages.map((message) => ({
            ...message,
            parts: message.parts.map((part) => (part.type === 'action' ? { ...part, ...call } : part)),
          })),
        }
      : event,
  );
  await page.page.getByText(words).first().waitFor();
}
