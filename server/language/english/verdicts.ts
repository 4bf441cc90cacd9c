/** What English says behind a thing to refuse it ("is way too far") or to let it pass ("would be fine as well"). */

function combined(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (made, part) => made.flatMap((start) => part.map((next) => `${start} ${next}`.trim())),
    [''],
  );
}

const faults =
  'expensive far hot cold big small loud boring crowded dangerous rainy stressful dear pricey remote posh slow busy dull grey corporate niche old-fashioned risky tiring hectic noisy dark wet long exhausting political bureaucratic'.split(
    ' ',
  );
const degrees = ['too', 'way too', 'far too', 'just too', 'a bit too', 'simply too', 'really too', 'much too'];
const isThings = ['is', 'are'];

/** Stand behind what is refused. */
export const refusals: readonly string[] = [
  ...combined(isThings, degrees, faults),
  ...combined(
    ["isn't", 'is not', "aren't", 'are not', "won't be", "wouldn't be", "can't be"],
    [
      'an option',
      'possible',
      'for me',
      'really for me',
      'my thing',
      'really my thing',
      'my cup of tea',
      'my scene',
      'going to happen',
      'happening',
      'feasible',
      'realistic',
      'acceptable',
      'ok',
      'okay',
      'on the table',
      'going to work',
      'what i want',
      "what i'm after",
      "what i'm looking for",
      'welcome',
      'doable',
    ],
  ),
  ...combined(isThings, [
    'out',
    'a no',
    'a no no',
    'a hard no',
    'a clear no',
    'a non starter',
    'a deal breaker',
    'a dealbreaker',
    'a turn off',
    'a red flag',
    'off limits',
    'off the table',
    'off the cards',
    'excluded',
    'ruled out',
    'out of the question',
    'impossible',
    'not happening',
    'the worst',
    'a pain',
    'dead to me',
    'a nope',
    'no use',
    'no use to me',
  ]),
  ...combined(
    ["doesn't", 'does not', "don't", 'do not', "won't", 'will not', "wouldn't", "can't"],
    ['work', 'work for me', 'do', 'cut it', 'do it for me', 'appeal', 'appeal to me', 'suit', 'suit me', 'interest me'],
  ),
  ...`can be skipped|can be left out|can be excluded|can stay out|can be ignored|need not apply|puts me off|
    put me off|bores me|bore me|sucks|suck|drives me mad|drives me crazy|makes me sick|i can do without|
    i could do without|i can live without|i could live without|no way|nope|hell no`.split('|'),
];

/** Stand behind what is let pass. */
export const permissions: readonly string[] = [
  ...combined(
    ['is', 'are', 'would be', 'might be', 'could be', 'is also', 'are also', 'would also be', "'d be"],
    [
      'fine',
      'ok',
      'okay',
      'alright',
      'all right',
      'acceptable',
      'doable',
      'possible',
      'an option',
      'okay for me',
      'no problem',
      'not a problem',
      'no issue',
      'on the cards',
    ],
    [
      '',
      'too',
      'as well',
      'again',
      'after all',
      'with me',
      'by me',
      'for me',
      'now',
      'as a backup',
      'as a fallback',
      'if need be',
      'if necessary',
      'at a push',
      'at a pinch',
    ],
  ),
  ...combined(
    ["wouldn't be", "isn't", "aren't", "won't be"],
    ['a problem', 'an issue', 'a big deal', 'a dealbreaker', 'a deal breaker', 'the end of the world'],
  ),
  ...combined(
    ['works', 'would work', 'could work', 'might work', 'also works', 'will work'],
    ['', 'too', 'as well', 'for me', 'for me too', 'fine'],
  ),
  ...`work too|work as well|work for me too|i could do|i can do|i could live with|i can live with|i could also do|
    at a push|at a pinch|if need be|if necessary|if it has to be`.split('|'),
];
