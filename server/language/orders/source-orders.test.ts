import { describe, expect, it } from 'vitest';
import { aboutFollowing, aboutSources } from '../answers/source-answers.ts';
import { understand } from '../understand.ts';

const calls = (text: string): unknown[] => {
  const { calls: all, complete, language } = understand(text, { filter: {}, today: '2026-11-21', onScreen: [] });
  return [all.map(({ name, input }) => [name, input]), complete, language];
};
const follow = (employer: string, off?: true): unknown[] => [
  ['follow_employer', off === undefined ? { employer } : { employer, off }],
];

describe('orders about sources', () => {
  it.each([
    ['follow https://jobs.lever.co/acme', 'https://jobs.lever.co/acme', 'en'],
    ['Please follow the company boards.greenhouse.io/acme please!', 'boards.greenhouse.io/acme', 'en'],
    ['track acme.recruitee.com', 'acme.recruitee.com', 'en'],
    ['Folge https://acme.jobs.personio.de/', 'https://acme.jobs.personio.de/', 'de'],
    ['Bitte folgen Sie dem Arbeitgeber https://jobs.ashbyhq.com/Acme', 'https://jobs.ashbyhq.com/Acme', 'de'],
    ['стеж за https://apply.workable.com/acme/', 'https://apply.workable.com/acme/', 'uk'],
  ])('%s', (text, employer, language) => expect(calls(text)).toEqual([follow(employer), true, language]));

  it.each([
    ['unfollow Acme', 'Acme', 'en'],
    ['stop following the company Acme Robotics any more', 'Acme Robotics', 'en'],
    ['folge Acme nicht mehr', 'Acme', 'de'],
    ['не стеж за Acme більше', 'Acme', 'uk'],
  ])('%s', (text, employer, language) => expect(calls(text)).toEqual([follow(employer, true), true, language]));

  it.each([
    ['show me the sources', 'en'],
    ['Which employers do I follow?', 'en'],
    ['Zeig mir meine Quellen', 'de'],
    ['Wem folge ich?', 'de'],
    ['Which boards do you search?', 'en'],
    ['where do these jobs come from', 'en'],
    ['Welche Jobbörsen durchsuchst du?', 'de'],
    ['які сайти ти переглядаєш?', 'uk'],
    ['покажи джерела', 'uk'],
    ['за ким я стежу?', 'uk'],
  ])('%s', (text, language) => expect(calls(text)).toEqual([[['list_sources', {}]], true, language]));

  it('leaves wishes alone', () => {
    for (const text of [
      'Node.js jobs in Berlin',
      'jobs at Acme',
      'follow-up engineer roles',
      'show jobs from Remotive',
    ])
      expect(JSON.stringify(calls(text))).not.toMatch(/follow_employer|list_sources/u);
  });
});

describe('what is said of them', () => {
  it('names the employer, what came, and why nothing did', () => {
    const done = { followed: 'Acme', sources: [{ added: 3, failed: false }] };
    expect(aboutFollowing(done, 'uk')).toEqual([
      'Тепер ви стежите за Acme: 3 нові вакансії. Відтепер завантажується разом з усіма.',
    ]);
    const failed = { followed: 'Acme', sources: [{ added: 0, failed: true }] };
    expect(aboutFollowing(failed, 'en')[0]).toContain('did not answer; the line above says why');
    expect(aboutFollowing({ unfollowed: 'Acme' }, 'de')[0]).toMatch(/^Sie folgen Acme nicht mehr\./u);
    expect(aboutFollowing({ error: 'x' }, 'en')).toEqual([]);
  });

  it('lists boards, employers and failures', () => {
    const sources = [
      { title: 'Remotive', state: 'done', isFollowed: false },
      { title: 'DOU', state: 'failed', isFollowed: false },
    ];
    expect(aboutSources({ sources }, 'en').join(' ')).toMatch(
      /^I ask Remotive and DOU\. You follow no employer yet: .* The last fetch failed at DOU\.$/u,
    );
  });
});
