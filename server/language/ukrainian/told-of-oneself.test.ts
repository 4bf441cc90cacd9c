import { expect, test } from 'vitest';
import { callsOf, filterAfter } from '../testing.ts';

test('what the family does is no part of the wish', () => {
  for (const said of [
    'син пішов у школу',
    'чоловік працює водієм у Познані',
    'а донька ходить у дитячий садок',
    'моя сестра вже живе в Гданську',
    'чоловік на фронті',
    'дружина в декреті',
  ])
    expect(filterAfter(`${said}, шукаю роботу кухаря в Лодзі`)).toEqual({ titles: ['cook'], cities: ['Łódź'] });
});

test('what one did before and what one is called names no place and no role', () => {
  expect(filterAfter('мене звати Сергій, шукаю роботу пекаря').cities).toBeUndefined();
  expect(filterAfter('вісім років лагодив холодильники в Сумах, хочу працювати електриком у Варшаві')).toEqual({
    titles: ['electrician'],
    cities: ['Warsaw'],
  });
  expect(filterAfter('раніше шила одяг у Хмельницькому, тепер хочу працювати швачкою в Брно').cities).toEqual(['Brno']);
});

test('an employer is refused and let in again by its Ukrainian name', () => {
  const filter = { exclude: { companies: ['PrivatBank'] } };
  const after = filterAfter('Райффайзен теж ні', filter);
  expect(after.exclude?.companies).toEqual(['PrivatBank', 'Raiffeisen']);
  expect(filterAfter('хоча Райффайзен можна', after)).toEqual(filter);
  expect(filterAfter('Ощадбанк також не треба', filter).exclude?.companies).toEqual(['PrivatBank', 'Oschadbank']);
});

test('asking for the number found counts, and one posting is pointed at by its employer', () => {
  for (const said of ['скільки їх там усього?', 'скільки там всього?', 'а скільки знайшлося?'])
    expect(callsOf(said)).toEqual([['count_jobs', {}]]);
  expect(callsOf('сховай ту, що від Strabag')).toEqual([['hide_job', { company: 'Strabag' }]]);
});

test('politeness and regret part no sentence, and a unit needs no space', () => {
  expect(callsOf('Прочитай, будь ласка, моє резюме')).toEqual([['analyze_cv', {}]]);
  expect(filterAfter('кухар, нічні зміни, на жаль, не підходять').exclude).toEqual({ keywords: ['night shift'] });
  expect(filterAfter('кухар від 6000зл').pay).toEqual({ min: 6000, currency: 'PLN' });
  expect(filterAfter('кухар від 25тис грн міс').pay).toEqual({ min: 25000, currency: 'UAH', period: 'month' });
});

test('a platform stands for who works for it, and a student for what will be', () => {
  expect(filterAfter('вакансії для Android').titles).toEqual(['android developer']);
  expect(filterAfter('щось під iOS').titles).toEqual(['ios developer']);
  expect(filterAfter('стажування для студентки-юристки').titles).toEqual(['lawyer']);
});

test('a new place takes the place of a region that is only a wish', () => {
  const filter = { query: 'Poltava region', titles: ['agronomist'] };
  for (const said of ['давай по всій Україні', 'краще Черкаси', 'тепер шукай у Польщі'])
    expect(filterAfter(said, filter).query).toBeUndefined();
  expect(filterAfter('будь-де, крім Розетки', { cities: ['Lviv'] }).cities).toEqual(['Lviv']);
});

test('who will be something else is that no more, and what one agrees to is wished for', () => {
  expect(filterAfter('я бухгалтерка, але хочу стати дизайнеркою').titles).toEqual(['designer']);
  expect(filterAfter("п'ять років була продавчинею, тепер шукаю роботу касирки").titles).toEqual(['cashier']);
  expect(filterAfter('раніше я була економісткою, тому згодна на пакування, аби не в нічні зміни')).toEqual({
    titles: ['packer'],
    exclude: { keywords: ['night shift'] },
  });
});

test('clearing everything before a wish begins a new search', () => {
  for (const said of ['забудь усе, шукаю пекаря', 'скинь фільтри, потрібен пекар', 'очисти все, тепер пекар'])
    expect(callsOf(said, { titles: ['cook'], cities: ['Lviv'] })).toEqual([
      ['clear_filters', {}],
      ['set_filter', { set: { titles: ['baker'] } }],
    ]);
});
