/** Ukrainian questions about the world ("а в Естонії багато платять?"): they change nothing, whatever they name. */
import type { Token } from '../meaning.ts';

/** What one asks about life, money or fashions, and not for jobs. */
const ABOUT =
  /^(?:платять|платить|платили|платитимуть|заробля\S+|заробит\S+|отриму\S+|жити|живеться|життя|кошту\S+|варто|складно|складн[аийеі]+|важк[аийеі]+|легк[аийеі]+|важко|тяжко|легко|реально|дорого|дорожче|дешево|дешевше|безпечно|правда|знаєш|знаєте|думаєш|думаєте|вважаєш|гадаєш|порадиш|порадите|порекоменду\S+|означа\S+|відрізня\S+|популярн\S+|актуальн\S+|перспективн\S+|холодно|тепло|погода|ліпше|хороша|хороший|хороше|гарна|гарний|погана|поганий|сенс|вчити|вивчати|вчитися|чув|чула|чули|цікаво|попит|затребуван\S+|там|тамтешн\S+|велик[іийаеу]+|висок[іийаеу]+|низьк[іийаеу]+)$/u;
const NEEDS = /^(?:потрібна|потрібен|потрібно|потрібні|треба|необхідн\S+)$/u;
/** What an order or a wish is made of, also when it is put as a question. */
const ORDER =
  /^(?:покаж\S*|показати|шукай|шукати|знайди|знайдеш|знайти|можна|можеш|можете|могли|міг|могла|є|маєш|маєте|додай|додати|прибери|прибрати|тільки|лише|збережи|зберегти|порівняй|порівняти|поясни|пояснити|перш\S+|друг\S+|трет\S+|четверт\S+|п'ят\S+|останн\S+|№\d*|ця|цю|цієї|якщо|вакансі\S+|хочу|шукаю|давай|оціни)$/u;
/** "скільки їх там усього?" asks for the number of what was found. */
const COUNTED =
  /^(?:(?:а|то|і|й|ну) )?скільки (?:їх|усього|всього|там (?:їх|усього|всього)|знайшл|лишил|залиши|з них|серед|вакансі|пропозиці|варіант|результат)/u;
const LONGEST = 30;

/** Where the question ends that begins the sentence at this token, when it is about the world; null when it is none. */
export function endOfAside(tokens: readonly Token[], at: number, text: string): number | null {
  const first = tokens[at];
  if (first === undefined || tokens[at - 1]?.sentence === first.sentence) return null;
  let to = at;
  while (to < tokens.length && tokens[to]?.sentence === first.sentence) to += 1;
  const mark = text.slice(tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? text.length);
  if (to - at > LONGEST || !mark.includes('?')) return null;
  const sentence = tokens.slice(at, to).map((token) => token.word);
  const asks =
    sentence.some((word) => ABOUT.test(word)) || (sentence.includes('чи') && sentence.some((word) => NEEDS.test(word)));
  if (COUNTED.test(sentence.join(' '))) return null;
  const isSame = /(?:^| )(?:одне|одна|один) (?:й|і|та) (?:те|та|той) (?:ж )?сам/u.test(sentence.join(' '));
  // "а українцям туди потрібна віза?"
  const asksNeed =
    NEEDS.test(sentence.at(-2) ?? '') &&
    /^(?:віза|візу|дозвіл|паспорт|страховка|диплом|ліцензія|прописка)$/u.test(sentence.at(-1) ?? '');
  return (asks || isSame || asksNeed) && !sentence.some((word) => ORDER.test(word)) ? to : null;
}
