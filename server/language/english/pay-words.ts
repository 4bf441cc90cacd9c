/** English words around money: directions, periods, ends of ranges. */
import type { Amounts } from '../meaning.ts';
import { phrases, wordSet } from '../phrases.ts';

type Period = NonNullable<Amounts['period']>;

export const lower = wordSet('from over above min minimum starting exceeding beyond');
export const upper = wordSet('under below max maximum until');
export const between = wordSet('to and until');
export const periods = phrases<Period>({
  year: 'a year|per year|yearly|annually|annual|per annum|p.a|pa|yr|year|an year|salary per year|gross a year|k a year',
  month: 'a month|per month|monthly|mo|month|mth',
  week: 'a week|per week|weekly|week|wk',
  day: 'a day|per day|daily|day rate|day|per diem|d',
  hour: 'an hour|per hour|hourly|h|hr|hrs|hour|hours|a hour|ph|hourly rate',
  fixed: 'fixed price|fixed|fixed budget|flat',
});
export const periodsBefore = phrases<Period>({
  fixed: 'fixed price|fixed budget|fixed',
  day: 'day rate|daily rate|day rates|daily pay|daily wage',
  week: 'weekly|a week|per week',
  hour: 'hourly rate|hourly|an hour|per hour',
  month: 'monthly salary|monthly pay|monthly|a month|per month',
  year: 'a year|per year|annual salary|yearly salary|annual|yearly',
});
/** Said without an amount beside it. */
export const periodsAlone = phrases<Period>({
  fixed: 'fixed price|fixed price project|fixed price projects|fixed price only|fixed budget',
  hour: 'hourly|hourly rate|paid hourly|paid by the hour|by the hour|hourly paid|hourly basis',
  day: 'day rate|daily rate|paid daily',
});
export const directions = phrases<'min' | 'max'>({
  max: `top of the range|the top of my range|no higher than|not higher than|nothing over|nothing above|
    not exceeding|not to exceed|the ceiling|ceiling|ceiling to|the top end|top end|top end to|upper end|
    upper end to|upper limit|upper limit to|the cap|cap|cap to|the high end|cap it at|cap at|cap that at|
    capped at|capping at|ceiling of|ceiling at|max out at|up to|max|maximum|tops|at the most|no more than|
    not more than|less than|at most|maximum of|max of|or less|not above|not over|and below|and under|or under`,
  min: `north of|in excess of|no lower than|not lower than|nothing less than|anything above|anything over|
    anything from|not a penny under|not a penny less than|not a cent under|not a cent less than|
    a bare minimum of|bare minimum|the least i take is|the floor|floor|floor of|floor at|floor to|lower end|
    lower end to|the low end|bottom end|bottom end to|lower limit|at least|minimum|min|or above that|more than|
    no less than|not less than|not below|not under|minimum of|min of|starting at|starting from|upwards of|
    or more|and up|and above|or above|upwards|or higher|or better|plus|nothing below|nothing under|not less`,
});
/** In these, an amount up to 60,000 is more likely a month's pay. */
export const CROWNS = wordSet('PLN SEK NOK DKK');
/** In these, any five-figure amount is. */
export const SMALL_MONEY = wordSet('UAH CZK HUF RUB INR JPY RSD KZT');
export const payWords = wordSet(
  'salary pay paying pays paid wage rate compensation earn earning earnings budget money gross net brutto netto income range bracket package ote',
);
export const raises = wordSet('bump raise increase up make set change put lower reduce push take let');
export const fillers = wordSet(
  'it that of the a about around roughly approx gross net salary pay is be to at should must paying price range bracket budget package wage ote',
);
/** Names of the two ends of a range. */
export const rangeEnds = wordSet('floor ceiling end limit cap');
export const otherUnits = wordSet(
  'day days week weeks month months year years hour hours minutes people person employees jobs results km kilometers miles percent % experience pm am times postings matches days/week stars',
);
